using Collector.Filters;
using Collector.Metrics;
using Collector.Reports;
using Collector.Sources;

namespace Collector.Tests.Reports;

/// <summary>What <c>list</c> says of a metric that is here, and of one that is not.</summary>
public sealed class AvailabilityTests
{
    [Test]
    [Arguments("", "read_bytes", "yes")]
    [Arguments("disk_io.read_bytes", "read_bytes", "yes")]
    [Arguments("-disk_io.read_bytes", "read_bytes", "no (filtered out)")]
    [Arguments("-disk_io[sd*].read_bytes", "read_bytes", "no (filtered out)")]
    [Arguments("-disk_io[sd*].read_bytes", "write_bytes", "yes")]
    [Arguments("disk_io[sdx]", "read_bytes", "no (filtered out)")]
    public async Task A_metric_is_here_unless_it_is_filtered_out(string filter, string metric, string here)
    {
        using TemporaryFolder root = new();
        root.Write("proc/diskstats", " 8 0 sda 1 0 2 3 4 0 5 6 0 7 8\n 7 0 loop0 1 0 2 3 4 0 5 6 0 7 8\n");
        await Assert.That(Here(root, DiskIoGroup.Definition, metric, filter)).IsEqualTo(here);
    }

    [Test]
    public async Task Only_instances_that_are_left_out_by_default_are_filtered_out()
    {
        using TemporaryFolder root = new();
        root.Write("proc/diskstats", " 7 0 loop0 1 0 2 3 4 0 5 6 0 7 8\n");
        await Assert.That(Here(root, DiskIoGroup.Definition, "read_bytes", "")).IsEqualTo("no (filtered out)");
    }

    [Test]
    public async Task A_group_without_instances_here_says_what_is_missing()
    {
        using TemporaryFolder root = new();
        root.Write("proc/diskstats", "");
        await Assert.That(Here(root, DiskIoGroup.Definition, "read_bytes", "")).IsEqualTo("no (no disk here)");
    }

    [Test]
    public async Task A_group_that_cannot_be_read_says_why()
    {
        using TemporaryFolder root = new();
        await Assert.That(Here(root, DiskIoGroup.Definition, "read_bytes", "")).IsEqualTo($"no (cannot read {root.File("proc/diskstats")})");
    }

    [Test]
    public async Task A_metric_of_the_other_system_says_so()
    {
        using TemporaryFolder root = new();
        root.Write("proc/loadavg", "0.1 0.2 0.3 1/2 3\n");
        SourceContext context = new(root.Path);
        await Assert.That(Availability.Of(
            LoadGroup.Definition.Metrics[0], LoadGroup.Definition, null, context, Platform.Windows)).IsEqualTo("no (Linux only)");
    }

    private static string Here(TemporaryFolder root, MetricGroup group, string metric, string filter)
    {
        FilterItem[] items = filter.Length == 0 ? [] : [FilterParser.Parse(filter, out _)!];
        SourceContext context = new(root.Path) { Filter = new() { Items = items } };
        GroupReader? reader = group.OpenReader(Platform.Linux, context);
        context.BeginTick();
        reader?.Read();
        return Availability.Of(
            group.Metrics.ToArray().Single(info => info.Name == metric), group, reader, context, Platform.Linux);
    }
}
