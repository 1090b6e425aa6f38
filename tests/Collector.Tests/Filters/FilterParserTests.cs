using Collector.Filters;

namespace Collector.Tests.Filters;

public sealed class FilterParserTests
{
    [Test]
    [Arguments("cpu,memory", "cpu|memory")]
    [Arguments(" cpu , -load ", "cpu|-load")]
    [Arguments("net_io[a,b].up,cpu", "net_io[a,b].up|cpu")]
    [Arguments("net_io[a[1],b],cpu", "net_io[a[1],b]|cpu")]
    [Arguments("", "")]
    [Arguments("cpu,", "cpu|")]
    public async Task Commas_divide_items_but_not_within_brackets(string text, string items)
    {
        await Assert.That(string.Join('|', FilterParser.Split(text))).IsEqualTo(items);
    }

    [Test]
    [Arguments("cpu", FilterSign.Only, "cpu", null, null)]
    [Arguments("-net_*", FilterSign.Remove, "net_*", null, null)]
    [Arguments("memory.used", FilterSign.Only, "memory", null, "used")]
    [Arguments("+disk_io[loop*]", FilterSign.Add, "disk_io", "loop*", null)]
    [Arguments("net_io[veth*].bytes_*", FilterSign.Only, "net_io", "veth*", "bytes_*")]
    [Arguments(@"disk_usage[C:\].free", FilterSign.Only, "disk_usage", @"C:\", "free")]
    [Arguments("disk_usage[/mnt/a.b]", FilterSign.Only, "disk_usage", "/mnt/a.b", null)]
    [Arguments("net_io[x [1] y].up", FilterSign.Only, "net_io", "x [1] y", "up")]
    public async Task An_item_has_a_group_an_instance_and_a_metric(
        string text, object sign, string group, string? instance, string? metric)
    {
        await Assert.That(FilterParser.Parse(text, out string fault))
            .IsEqualTo(new FilterItem(text, (FilterSign)sign, group, instance, metric));
        await Assert.That(fault).IsEqualTo("");
    }

    [Test]
    [Arguments("cpu.0.user", "'cpu.0.user': an instance stands in brackets: cpu[0].user")]
    [Arguments("disk_usage./mnt/a.b.free", "'disk_usage./mnt/a.b.free': an instance stands in brackets: disk_usage[/mnt/a.b].free")]
    [Arguments("disk_io[loop*", "'disk_io[loop*': the bracket is not closed")]
    [Arguments("disk_io[]", "'disk_io[]': no instance stands in the brackets; '*' is any")]
    [Arguments("disk_io[a]b", "'disk_io[a]b': expected group[instance] or group[instance].metric")]
    [Arguments("disk_io[a].b.c", "'disk_io[a].b.c': expected group[instance] or group[instance].metric")]
    [Arguments("disk_io[a].", "'disk_io[a].': expected group[instance] or group[instance].metric")]
    public async Task What_is_no_item_is_refused_with_what_is_wrong(string text, string expected)
    {
        await Assert.That(FilterParser.Parse(text, out string fault)).IsNull();
        await Assert.That(fault).IsEqualTo(expected);
    }
}
