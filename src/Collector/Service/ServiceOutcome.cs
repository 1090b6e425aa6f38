namespace Collector.Service;

/// <summary>What became of something that was asked of a service manager.</summary>
/// <param name="HasChanged">Whether anything is other than before, or would be.</param>
/// <param name="State">What the service does now.</param>
/// <param name="Text">What was done, or would be, in one line for people.</param>
internal sealed record ServiceOutcome(bool HasChanged, ServiceState State, string Text)
{
    /// <summary>What people should know besides, a line each: what the account cannot do, what remains to be done.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
