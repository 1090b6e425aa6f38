namespace Collector.Verification;

/// <summary>What came out of an expectation or of a part of one.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">The part, as it is written best.</param>
/// <param name="Verdict">Whether it is met.</param>
internal sealed record Outcome(OutcomeKind Kind, string Text, Verdict Verdict)
{
    public IReadOnlyList<Outcome> Parts { get; init; } = [];

    /// <summary>What was expected and found; null for what has parts.</summary>
    public CheckDetail? Check { get; init; }

    public bool IsMet => Verdict == Verdict.Met;

    /// <summary>The checks in it, from left to right.</summary>
    public IEnumerable<Outcome> Checks => Kind == OutcomeKind.Check ? [this] : Parts.SelectMany(static part => part.Checks);

    /// <summary>What was found in all its checks.</summary>
    public IEnumerable<string> AllFound => Checks.SelectMany(static check => check.Check!.Findings).Select(static finding => $"{finding.Path} {finding.Found}");

    /// <summary>What was found in its first check.</summary>
    public string? FirstFound => AllFound.FirstOrDefault();
}
