namespace Collector.Verification;

/// <summary>Joins verdicts: what is not known stays so unless the other side decides.</summary>
internal static class Verdicts
{
    public static Verdict Of(bool isMet) => isMet ? Verdict.Met : Verdict.NotMet;

    public static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.Met => Verdict.NotMet,
        Verdict.NotMet => Verdict.Met,
        _ => verdict,
    };

    public static Verdict And(Verdict left, Verdict right) => First(left, right, Verdict.NotMet, Verdict.Missing, Verdict.Unknown);

    public static Verdict Or(Verdict left, Verdict right) => First(left, right, Verdict.Met, Verdict.Unknown, Verdict.Missing);

    /// <summary>The first of the verdicts that one of the two is; else what both are.</summary>
    private static Verdict First(Verdict left, Verdict right, params ReadOnlySpan<Verdict> order)
    {
        foreach (Verdict verdict in order)
        {
            if (left == verdict || right == verdict)
            {
                return verdict;
            }
        }

        return left;
    }
}
