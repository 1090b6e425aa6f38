using System.Text;
using Collector.Wire;
using CsCheck;

namespace Collector.Tests.Wire;

internal sealed class NameTests
{
    [Test]
    [Arguments("eth0.100", InstanceEscape.Node, "eth0_100")]
    [Arguments("tun@home", InstanceEscape.Node, "tun_home")]
    [Arguments("Подключение 2", InstanceEscape.Node, "Подключение_2")]
    [Arguments("/", InstanceEscape.Mount, "root")]
    [Arguments("/var/lib", InstanceEscape.Mount, "var_lib")]
    [Arguments("C:\\", InstanceEscape.Mount, "C")]
    [Arguments("C:\\mnt\\data\\", InstanceEscape.Mount, "C_mnt_data")]
    [Arguments("C:\\", InstanceEscape.Drive, "C")]
    [Arguments("Local Area Connection* 2 (A$B&C-D)", InstanceEscape.Punctuation, "Local_Area_Connection__2__A$B&C-D_")]
    [Arguments("a\u2028b\u00a0c\u0000d", InstanceEscape.Plain, "a_b_c_d")]
    [Arguments("", InstanceEscape.Plain, "_")]
    [Arguments("/", InstanceEscape.CollectdMount, "root")]
    [Arguments("/var/lib", InstanceEscape.CollectdMount, "var-lib")]
    [Arguments("/mnt/a b.c", InstanceEscape.CollectdMount, "mnt-a_b_c")]
    [Arguments("C:\\", InstanceEscape.CollectdMount, "C")]
    [Arguments("C:\\mnt\\data\\", InstanceEscape.CollectdMount, "C-mnt-data")]
    [Arguments("eth0.100", InstanceEscape.Collectd, "eth0_100")]
    [Arguments("cciss/c0d0", InstanceEscape.Collectd, "cciss_c0d0")]
    [Arguments("a\"b\\c:d!e,f(g)h", InstanceEscape.Collectd, "a_b_c_d_e_f_g_h")]
    [Arguments("tun@home%*#", InstanceEscape.Collectd, "tun@home%*#")]
    [Arguments("C:\\", InstanceEscape.Tag, "C:\\")]
    [Arguments("/var/lib", InstanceEscape.Tag, "/var/lib")]
    [Arguments("~a;b c", InstanceEscape.Tag, "_a_b_c")]
    public async Task An_instance_becomes_a_node(string name, InstanceEscape escape, string expected)
    {
        await Assert.That(NameEscape.Apply(name, escape, WireKind.Graphite)).IsEqualTo(expected);
    }

    [Test]
    public async Task Statsd_keeps_only_what_all_its_servers_keep()
    {
        await Assert.That(NameEscape.Apply("Подкл 2:a|b@c", InstanceEscape.Plain, WireKind.Statsd)).IsEqualTo("______2_a_b_c");
    }

    [Test]
    public void Any_instance_and_any_value_give_lines_that_carbon_stores()
    {
        Gen.Select(Gen.String, Gen.Enum<InstanceEscape>(), Gen.Double).Sample((instance, escape, value) =>
        {
            GraphiteWriter writer = new();
            writer.Begin(1_700_000_000);
            string node = NameEscape.Apply(instance, escape, WireKind.Graphite);
            WireNaming naming = new(WireKind.Graphite, NameSet.Native, "p.", "Host.Example");
            WireNaming tagged = naming with { Names = NameSet.Tagged };
            string suffix = TagList.Of(tagged, "disk", NameEscape.Apply(instance, InstanceEscape.Tag, WireKind.Graphite)).Suffix;
            bool isPath = escape != InstanceEscape.Tag;
            LineNames names = OneName.Of($"{naming.Stem}group.{(isPath ? node : "x")}.metric{(isPath ? "" : suffix)}", naming);
            writer.Gauge(names, 0, value, 6);
            writer.Gauge(names, 0, value, NumberForm.Fixed);
            writer.Gauge(names, 0, value, NumberForm.Significant);
            writer.End();
            return double.IsFinite(value)
                ? writer.Lines == 3 && Lines(writer).All(CarbonRules.Stores)
                : writer.Length == 0 && writer.Omitted == 3;
        });
    }

    [Test]
    public void Any_instance_gives_lines_that_every_statsd_server_reads()
    {
        Gen.Select(Gen.String, Gen.Enum<InstanceEscape>()).Sample((instance, escape) =>
            NameEscape.Apply(instance, escape, WireKind.Statsd)
                .All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'
                    || (escape == InstanceEscape.Tag && character is '.' or '/')));
    }

    [Test]
    [Arguments("servers.windows.", null)]
    [Arguments("", null)]
    [Arguments("a b.", "'a b.' has a character that receivers do not keep ('U+0020'); use letters, digits, '.', '_' and '-'")]
    [Arguments("a..b.", "'a..b.' has an empty node; a dot stands behind each node, as in 'servers.windows.'")]
    [Arguments(".a", "'.a' has an empty node; a dot stands behind each node, as in 'servers.windows.'")]
    public async Task A_prefix_is_checked(string prefix, string? fault)
    {
        await Assert.That(PrefixRule.Fault(prefix)).IsEqualTo(fault);
    }

    [Test]
    public async Task A_part_of_a_collectd_name_has_127_bytes()
    {
        string node = NameEscape.Apply(new string('x', 300), InstanceEscape.Collectd, WireKind.Graphite);
        await Assert.That(node).IsEqualTo(new string('x', 127));
    }

    [Test]
    [Arguments(NameSet.Native, "p.web1_example_org.")]
    [Arguments(NameSet.Metcollect, "p.web1_example_org.")]
    [Arguments(NameSet.Collectd, "p.Web1_Example_org.")]
    [Arguments(NameSet.Tagged, "p.")]
    public async Task Each_set_of_names_has_its_way_with_the_host(NameSet names, string stem)
    {
        await Assert.That(new WireNaming(WireKind.Graphite, names, "p.", "Web1.Example.org").Stem).IsEqualTo(stem);
    }

    [Test]
    public async Task The_longest_instance_still_fits_into_a_file_name()
    {
        string node = NameEscape.Apply(new string('Ж', 4000), InstanceEscape.Node, WireKind.Graphite);
        await Assert.That(Encoding.UTF8.GetByteCount(node)).IsBetween(248, NameEscape.MaxNodeBytes);
    }

    private static string[] Lines(WireWriter writer) =>
        Encoding.UTF8.GetString(writer.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
