namespace Collector.Verification;

/// <summary>An expectation that can be evaluated.</summary>
/// <param name="Text">As it is written best.</param>
/// <param name="Condition">What it demands.</param>
/// <param name="Needs">What has to be read for it.</param>
internal sealed record BoundExpectation(string Text, BoundCondition Condition, ReadingNeeds Needs)
{
    /// <summary>What this platform does not have of it, as a clause; null if it has all.</summary>
    public string? MissingHere => Needs.Missing.Count == 0 ? null : string.Join("; ", Needs.Missing);

    /// <param name="now">A reading of what it needs.</param>
    /// <param name="before">The reading before it, for rates.</param>
    public Outcome Evaluate(HostState now, HostState? before = null) => Condition.Evaluate(new(now, before));
}
