using Collector.Filters;
using Collector.Metrics;

namespace Collector.Tests.Filters;

/// <summary>Which metrics of which instances a filter wants.</summary>
public sealed class RowFilterTests
{
    [Test]
    [Arguments("", "sda", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("", "loop0", "")]
    [Arguments("cpu", "sda", "")]
    [Arguments("disk_io", "sda", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("disk_io", "loop0", "")]
    [Arguments("+disk_io", "loop0", "")]
    [Arguments("disk_io[sd*]", "sda", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("disk_io[sd*]", "nvme0n1", "")]
    [Arguments("disk_io[loop*].read_*", "loop0", "read_count read_bytes read_time")]
    [Arguments("disk_io[loop*].read_*", "sda", "")]
    [Arguments("+disk_io[loop0].read_bytes", "loop0", "read_bytes")]
    [Arguments("+disk_io[loop0].read_bytes", "loop1", "")]
    [Arguments("+disk_io[loop0].read_bytes", "sda", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("-disk_io[sda]", "sda", "")]
    [Arguments("-disk_io[sda]", "sdb", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("-disk_io.*_time,-disk_*.*_count", "sda", "read_bytes write_bytes")]
    [Arguments("disk_*.*bytes", "sda", "read_bytes write_bytes")]
    [Arguments("*.read_time", "sda", "read_time")]
    [Arguments("-disk_io,disk_io.read_time", "sda", "read_time")]
    [Arguments("disk_io.read_time,-disk_io[sdb]", "sdb", "")]
    [Arguments("-disk_io[*],+disk_io[sda].read_bytes", "sda", "read_bytes")]
    [Arguments("+disk_io[loop*],-disk_io[loop1]", "loop1", "")]
    [Arguments("+disk_io[loop*],-disk_io[loop1]", "loop2", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("disk_io[loop*],-disk_io.*count,-disk_io.*time", "loop2", "read_bytes write_bytes")]
    public async Task Items_apply_in_their_order(string items, string instance, string wanted)
    {
        await Assert.That(Wanted(items, instance)).IsEqualTo(wanted);
    }

    [Test]
    [Arguments("", "loop0", "read_count write_count read_bytes write_bytes read_time write_time")]
    [Arguments("disk_io.read_time", "loop0", "read_time")]
    [Arguments("-disk_io.*_count,-disk_io.*_time", "loop0", "read_bytes write_bytes")]
    [Arguments("-disk_io[loop0]", "loop0", "")]
    [Arguments("disk_io[sd*]", "loop0", "")]
    public async Task With_all_unusual_instances_are_like_the_others(string items, string instance, string wanted)
    {
        await Assert.That(Wanted(items, instance, all: true)).IsEqualTo(wanted);
    }

    [Test]
    public async Task An_instance_can_be_unusual_for_another_reason_than_its_name()
    {
        RowFilter filter = Filter("+disk_io[b].read_time", all: false);
        filter.SetUnusual("a", isUnusual: true);
        filter.SetUnusual("b", isUnusual: true);

        await Assert.That(Names(filter.WantedOf("a"))).IsEqualTo("");
        await Assert.That(Names(filter.WantedOf("b"))).IsEqualTo("read_time");
        filter.SetUnusual("a", isUnusual: false);
        await Assert.That(Names(filter.WantedOf("a"))).IsNotEqualTo("");
    }

    [Test]
    [Arguments("", false, false)]
    [Arguments("", true, true)]
    [Arguments("disk_io", false, false)]
    [Arguments("-disk_io[loop0]", false, false)]
    [Arguments("+disk_io[loop0]", false, true)]
    [Arguments("disk_io[sda]", false, true)]
    [Arguments("+net_io[veth*]", false, false)]
    public async Task Unusual_instances_are_looked_at_only_if_they_may_be_wanted(string items, bool all, bool expected)
    {
        await Assert.That(Filter(items, all).MayWantUnusual).IsEqualTo(expected);
    }

    [Test]
    public async Task The_names_that_were_asked_for_are_known_until_they_are_forgotten()
    {
        RowFilter filter = Filter("disk_io[x]", all: false);
        filter.WantedOf("sda");
        filter.WantedOf("sda");
        await Assert.That(string.Join(' ', filter.Seen!)).IsEqualTo("sda");

        filter.ForgetSeen();
        filter.WantedOf("sdb");
        await Assert.That(filter.Seen).IsNull();
        await Assert.That(Filter("disk_io", all: false).Seen).IsNull();
    }

    private static string Wanted(string items, string instance, bool all = false) => Names(Filter(items, all).WantedOf(instance));

    private static RowFilter Filter(string items, bool all)
    {
        MetricFilter filter = new()
        {
            All = all,
            Items = items.Length == 0 ? [] : [.. FilterParser.Split(items).Select(static text => FilterParser.Parse(text, out _)!)],
        };
        RowFilter rows = new(filter, DiskIoGroup.Definition);
        rows.SetUnusualPatterns(["loop*", "ram*"]);
        return rows;
    }

    private static string Names(ulong metrics) => string.Join(' ', DiskIoGroup.Definition.Metrics.ToArray().Take(6)
        .Where(metric => ((metrics >> metric.Index) & 1) != 0).Select(static metric => metric.Name));
}
