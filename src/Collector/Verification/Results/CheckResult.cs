namespace Collector.Verification;

/// <summary>A check and what became of it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Expect">What was expected.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Severity">What it means if it is not met.</param>
/// <param name="Why">Why it is checked, or what to do about it; null where nobody said.</param>
/// <param name="Origin">Where it was written: an option, or file and line; null for the collector's own.</param>
/// <param name="Findings">What was found, failing ones first.</param>
/// <param name="Message">Why it was not met, or what was found, where no single finding says so.</param>
internal sealed record CheckResult(
    string Name, string Expect, CheckStatus Status, Severity Severity, string? Why, string? Origin,
    IReadOnlyList<Finding> Findings, string? Message);
