namespace Collector.Verification;

/// <summary>A check and what became of it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Expect">What was expected.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Severity">What it means if it is not met.</param>
internal sealed record CheckResult(string Name, string Expect, CheckStatus Status, Severity Severity)
{
    /// <summary>Why it is checked; null where nobody said.</summary>
    public string? Why { get; init; }

    /// <summary>Where it was written: an option, or file and line; null for the collector's own.</summary>
    public string? Origin { get; init; }

    /// <summary>What was found where no single value says so, or why nothing was; null where <see cref="Outcome"/> says it all.</summary>
    public string? Message { get; init; }

    /// <summary>How to mend it; null where nobody knows.</summary>
    public string? Mend { get; init; }

    /// <summary>What came out of an expectation; null for what is none.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What was expected and found at each place, from left to right.</summary>
    public IEnumerable<CheckDetail> Details => Outcome?.Checks.Select(static check => check.Check!) ?? [];
}
