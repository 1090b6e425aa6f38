namespace Collector.Verification;

/// <summary>What a check expected and what it found.</summary>
/// <param name="Expected">What was expected, as it was written: <c>&gt; 20%</c>.</param>
/// <param name="Findings">What was found, a few at most, those that failed first.</param>
/// <param name="Instances">How many there are in all.</param>
/// <param name="Failing">How many of these failed.</param>
internal sealed record CheckDetail(string Expected, IReadOnlyList<Finding> Findings, int Instances, int Failing)
{
    public const int MostFindings = 5;

    /// <summary>Of how many instances it has to be true; null if it is about one value.</summary>
    public QuantifierKind? Quantifier { get; init; }

    /// <summary>Where the numbers come from: the kernel's file, call or counter.</summary>
    public string? Origin { get; init; }

    /// <summary>What kind of value was found.</summary>
    public ValueType Type { get; init; }

    /// <summary>The bound in bytes, seconds and so on, where it is one number.</summary>
    public double? Limit { get; init; }
}
