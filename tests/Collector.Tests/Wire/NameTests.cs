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
            LineNames names = new() { Node = NameEscape.Apply(instance, escape, WireKind.Graphite) };
            names.Add(new(WireKind.Graphite, NameSet.Native, "p.", "Host.Example"), "group.", ".metric");
            writer.Write(names[0], value, 6);
            writer.WriteFixed(names[0], value);
            writer.End();
            return double.IsFinite(value)
                ? writer.Lines == 2 && Lines(writer).All(CarbonRules.Stores)
                : writer.Length == 0 && writer.Omitted == 2;
        });
    }

    [Test]
    public void Any_instance_gives_lines_that_every_statsd_server_reads()
    {
        Gen.Select(Gen.String, Gen.Enum<InstanceEscape>()).Sample((instance, escape) =>
            NameEscape.Apply(instance, escape, WireKind.Statsd)
                .All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'));
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
    public async Task The_longest_instance_still_fits_into_a_file_name()
    {
        string node = NameEscape.Apply(new string('Ж', 4000), InstanceEscape.Node, WireKind.Graphite);
        await Assert.That(Encoding.UTF8.GetByteCount(node)).IsBetween(248, NameEscape.MaxNodeBytes);
    }

    private static string[] Lines(WireWriter writer) =>
        Encoding.UTF8.GetString(writer.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
