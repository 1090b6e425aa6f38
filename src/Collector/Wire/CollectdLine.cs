namespace Collector.Wire;

/// <summary>A line that a group has under the names of collectd.</summary>
/// <param name="Path">Its path behind prefix and host, with <c>{instance}</c> where the group has instances.</param>
/// <param name="Metrics">Bit n says that metric n of the group is needed for it.</param>
/// <param name="Form">How collectd writes the number: levels with what matters of them, rates with six decimals.</param>
internal sealed record CollectdLine(string Path, ulong Metrics, NumberForm Form);
