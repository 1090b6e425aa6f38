using Collector.Commands;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;
using static Collector.Tests.Verification.GoldenHosts;

namespace Collector.Tests.Verification;

/// <summary>What defines recorded hosts.</summary>
public sealed class RecordedHostSnapshotTests
{
    [Test]
    [Arguments("laptop")]
    [Arguments("container")]
    [Arguments("buildserver")]
    public async Task A_recorded_host_is_defined_by_exactly_this(string name) =>
        await Verify(TextOf(Take(name)), "json", name);

    [Test]
    [Arguments("laptop")]
    [Arguments("server256")]
    [Arguments("extremes")]
    [Arguments("damaged")]
    [Arguments("buildserver")]
    [Arguments("desktop")]
    public async Task What_is_written_is_read_again_and_differs_in_nothing(string name)
    {
        Snapshot taken = Take(name);
        Snapshot read = Parse(TextOf(taken));

        await Assert.That(taken.Values.Count).IsGreaterThan(3);
        await Assert.That(read.Values.SequenceEqual(taken.Values)).IsTrue();
        await Assert.That(TextOf(read)).IsEqualTo(TextOf(taken));
        await Assert.That(SnapshotComparison.Compare(taken, read, 0, [])).IsEmpty();
    }

    [Test]
    public async Task Only_what_was_read_and_is_wanted_is_kept()
    {
        RecordedHost host = new(RecordedHost.PathOf("laptop"), "memory", "load");
        host.Read();
        Snapshot snapshot = Snapshot.Of(HostFacts.None, host.Readers);

        await Assert.That(string.Join(' ', snapshot.Values.Keys)).IsEqualTo("memory.total");
    }

    [Test]
    public async Task Every_group_with_a_number_that_defines_a_host_is_known()
    {
        string[] groups = [.. Catalog.Groups.ToArray().Where(DefiningValues.IsIn).Select(static group => group.Name)];

        await Assert.That(string.Join(' ', groups))
            .IsEqualTo("cgroup disk_io disk_usage file memory net_io page_file port service swap");
    }

    private static Snapshot Take(string name)
    {
        string root = RecordedHost.PathOf(name);
        RecordedHost host = new(root, [.. Catalog.Groups.ToArray().Where(DefiningValues.IsIn).Select(static group => group.Name)]);
        host.Read();
        SourceContext context = new(root);
        return Snapshot.Of(HostFactsReader.Read(context, HostReading.PlatformOf(context), HostName.Current(root)), host.Readers);
    }
}
