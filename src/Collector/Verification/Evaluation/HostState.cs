using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>What was read of a host at one moment.</summary>
/// <param name="Seconds">When, by a clock that is never set.</param>
/// <param name="Facts">What the host is.</param>
/// <param name="Groups">The groups that were read, by their names.</param>
internal sealed record HostState(double Seconds, HostFacts Facts, IReadOnlyDictionary<string, GroupState> Groups)
{
    /// <summary>Keeps what readers have just read.</summary>
    public static HostState Of(double seconds, HostFacts facts, IEnumerable<GroupReader> readers, SourceContext context) =>
        new(seconds, facts, readers.ToDictionary(
            static reader => reader.Group.Name,
            reader => GroupState.Of(reader, context.FilterOf(reader.Group)),
            StringComparer.Ordinal));
}
