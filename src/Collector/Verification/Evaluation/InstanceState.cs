using Collector.Metrics;

namespace Collector.Verification;

/// <summary>The values of one instance at one moment.</summary>
/// <param name="Name">What the instance is called; empty for the row of the host.</param>
/// <param name="IsUnusual">Whether it is left out unless it is asked for: a loop device, a pseudo file system.</param>
/// <param name="Values">The values by the indices of their metrics.</param>
internal sealed record InstanceState(string Name, bool IsUnusual, IReadOnlyList<MetricValue> Values);
