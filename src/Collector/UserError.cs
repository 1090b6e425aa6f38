namespace Collector;

/// <summary>Something that the user can mend. It is printed as it stands, without a stack trace.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong, where, and what to do, in one or two lines.</param>
internal sealed class UserError(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;

    /// <summary>What is shown below the message, a line each: a text with the place marked.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];
}
