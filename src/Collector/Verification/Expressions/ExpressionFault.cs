namespace Collector.Verification;

/// <summary>What is wrong with an expectation, and where.</summary>
/// <param name="Text">The expectation.</param>
/// <param name="Position">Where the mistake begins, from 0.</param>
/// <param name="Length">How long it is; 0 where something is missing.</param>
/// <param name="Message">What is wrong and how to mend it, as a clause.</param>
internal sealed record ExpressionFault(string Text, int Position, int Length, string Message)
{
    /// <summary>The characters that are shown of a long expectation.</summary>
    private const int Width = 100;

    private const string Omission = "...";

    public static ExpressionFault Of(string text, ExpressionError error) =>
        new(text, error.Place.Start, error.Place.Length, error.Message);

    /// <summary>Three lines: the expectation, the place underlined, and what is wrong there.</summary>
    public string Render() => string.Join('\n', [.. Quote(), StandardError.Printable(Message)]);

    /// <summary>Two lines: the expectation, and the place underlined.</summary>
    public string[] Quote()
    {
        int start = Text.Length <= Width ? 0 : Math.Clamp(Position - (Width / 2), 0, Text.Length - Width);
        int end = Math.Min(start + Width, Text.Length);
        string before = start > 0 ? Omission : "";
        string after = end < Text.Length ? Omission : "";
        int marked = Math.Clamp(Length, 1, Math.Max(1, end - Position));
        string indent = new(' ', before.Length + Position - start);
        string line = before + StandardError.Printable(Text[start..end]) + after;
        return [$"  {line}", $"  {indent}^{new string('~', marked - 1)}"];
    }
}
