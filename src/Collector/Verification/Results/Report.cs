namespace Collector.Verification;

/// <summary>What became of all checks.</summary>
/// <param name="Host">The host that was checked.</param>
/// <param name="Time">When.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Checks">In the order in which they were written.</param>
internal sealed record Report(string Host, DateTimeOffset Time, TimeSpan Took, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Whether no check failed.</summary>
    public bool IsFit => Count(CheckStatus.Failed) == 0;

    /// <summary>Whether no check is left that was not met, warnings included.</summary>
    public bool IsMet => IsFit && Count(CheckStatus.Warned) == 0;

    /// <summary>The worst first; within that in the order in which they were written.</summary>
    public IEnumerable<CheckResult> WorstFirst =>
        [.. With(CheckStatus.Failed), .. With(CheckStatus.Warned), .. With(CheckStatus.Passed), .. With(CheckStatus.Skipped)];

    /// <summary>Such as <c>5 checks: 1 failed, 4 passed</c>.</summary>
    public string Summary
    {
        get
        {
            (CheckStatus Status, string Word)[] words =
                [(CheckStatus.Failed, "failed"), (CheckStatus.Warned, "warned"), (CheckStatus.Passed, "passed"), (CheckStatus.Skipped, "skipped")];
            IEnumerable<string> counts = words.Where(word => Count(word.Status) > 0).Select(word => $"{Count(word.Status)} {word.Word}");
            return $"{(Checks.Count == 1 ? "1 check" : $"{Checks.Count} checks")}: {string.Join(", ", counts)}";
        }
    }

    public int Count(CheckStatus status) => Checks.Count(check => check.Status == status);

    public IEnumerable<CheckResult> With(CheckStatus status) => Checks.Where(check => check.Status == status);
}
