using Collector.Sources.Recordings;

namespace Collector.Sources.Windows.Performance;

/// <summary>Finds where counters are to be had.</summary>
internal static class CounterRows
{
    /// <param name="context">Says whether a recording is read.</param>
    /// <param name="name">The object, as it is called in English.</param>
    /// <param name="instances">The instance, or a pattern such as <c>*</c>; null if the object has none.</param>
    /// <param name="counters">The counters; at most 64.</param>
    /// <returns>Null on other systems, which do not carry what only Windows can call.</returns>
    public static ICounterRows? Of(SourceContext context, string name, string? instances, params string[] counters) =>
        context.Recording is Recording recording ? ReplayedCounters.Find(recording, name, instances, counters)
        : OperatingSystem.IsWindows() ? new CounterSet(PerformanceCounters.Of(context), name, instances, counters)
        : null;
}
