namespace Collector.Metrics;

/// <summary>Says which metrics of an instance are wanted. Asked once, when the instance appears.</summary>
/// <param name="exclude">Instances that are hidden: names, or beginnings of names and a <c>*</c>.</param>
internal sealed class RowFilter(string[] exclude)
{
    public ulong WantedOf(string instance) => Array.Exists(exclude, pattern => Matches(pattern, instance)) ? 0 : ulong.MaxValue;

    private static bool Matches(string pattern, string instance) => pattern.EndsWith('*')
        ? instance.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : instance == pattern;
}
