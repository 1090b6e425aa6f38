namespace Collector.Verification;

/// <summary>What is measured: <c>disk_usage[C].free</c>; or a word alone, which may be a group, a text or <c>true</c>.</summary>
/// <param name="Group">The name of the group, or the word.</param>
/// <param name="Instance">The name or pattern in brackets; null if there are none.</param>
/// <param name="Metric">The name of the metric; null if there is none.</param>
internal sealed record PathExpression(string Group, string? Instance, string? Metric) : Expression
{
    public Place InstancePlace { get; init; }

    public Place MetricPlace { get; init; }

    public Place GroupPlace { get; init; }

    public bool IsWord => Instance is null && Metric is null;

    public bool IsTruth => IsWord && (Group.Equals("true", StringComparison.OrdinalIgnoreCase) || Group.Equals("false", StringComparison.OrdinalIgnoreCase));
}
