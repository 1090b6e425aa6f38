using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests;

/// <summary>A Windows server by what its calls answered: every group that Windows has without performance counters.</summary>
public sealed class RecordedWindowsHostTests
{
    private static readonly string s_root = RecordedHost.PathOf("buildserver");

    [Test]
    public async Task A_recorded_server_gives_exactly_these_lines() =>
        await Verify(Lines(NameSet.Native, "collector.", HostName.Current(s_root)));

    [Test]
    public async Task The_names_of_metric_collective_are_kept_to_the_byte() =>
        await Verify(Lines(NameSet.Metcollect, "metcollective.", "BUILD-07.corp.example.com"));

    private static string Lines(NameSet names, string prefix, string host)
    {
        RecordedHost recorded = new(s_root, [.. Catalog.Groups.ToArray().Select(static group => group.Name).Where(static name => name != "self")]);
        return recorded.Lines(new(WireKind.Graphite, names, prefix, host)) + "\n" + recorded.Faults();
    }
}
