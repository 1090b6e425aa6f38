using static Collector.Tests.Verification.GoldenHosts;

namespace Collector.Tests.Verification;

/// <summary>What is a difference between two snapshots, and how it reads.</summary>
public sealed class SnapshotComparisonTests
{
    private const string Golden = """
        {
          "collector": "0.1.0",
          "host": { "cpus": 8, "kernel": "6.1.0-18", "name": "golden", "os": "linux" },
          "groups": {
            "disk_io": { "sda": {}, "sdb": {} },
            "disk_usage": { "/": { "full": false, "total": 107374182400 }, "/var": { "full": false, "total": 10737418240 } },
            "memory": { "total": 17179869184 },
            "net_io": { "eth0": { "speed": 1000000000, "up": true } },
            "service": { "sshd": { "running": true, "start_type": 2 } },
            "swap": { "total": 0 }
          }
        }
        """;

    [Test]
    [Arguments("\"cpus\": 8", "\"cpus\": 4", "host.cpus: 8 -> 4 -50.0%")]
    [Arguments("\"6.1.0-18\"", "\"6.1.0-21\"", "host.kernel: 6.1.0-18 -> 6.1.0-21")]
    [Arguments("\"running\": true", "\"running\": false", "service[sshd].running: true -> false")]
    [Arguments("\"start_type\": 2", "\"start_type\": 4", "service[sshd].start_type: 2 -> 4 +100.0%")]
    [Arguments("17179869184", "8589934592", "memory.total: 16.0 GiB -> 8.0 GiB -50.0%")]
    [Arguments("17179869184", "17179869185", "memory.total: 17,179,869,184 -> 17,179,869,185 +<0.1%")]
    [Arguments("1000000000", "100000000", "net_io[eth0].speed: 1 Gbps -> 100 Mbps -90.0%")]
    [Arguments("\"swap\": { \"total\": 0 }", "\"swap\": { \"total\": 1024 }", "swap.total: 0 B -> 1.0 KiB")]
    [Arguments("\"swap\": { \"total\": 0 }", "\"swap\": {}", "swap.total: 0 B -> absent")]
    [Arguments(", \"/var\": { \"full\": false,", ", \"/var\": { \"full\": true,", "disk_usage[/var].full: false -> true")]
    [Arguments(", \"sdb\": {}", "", "disk_io[sdb]: present -> absent")]
    [Arguments("\"sdb\": {}", "\"sdb\": {}, \"sdc\": {}", "disk_io[sdc]: absent -> present")]
    [Arguments("\"service\": { \"sshd\": { \"running\": true, \"start_type\": 2 } },", "", "service[sshd]: present -> absent")]
    [Arguments("\"cpus\": 8", "\"cpus\": \"8\"", "host.cpus: 8 -> \"8\"")]
    [Arguments("\"swap\": { \"total\": 0 }", "\"swap\": { \"total\": 0 }, \"gpu\": { \"0\": { \"cores\": 5 } }", "gpu[0]: absent -> present")]
    [Arguments("\"os\": \"linux\"", "\"os\": \"li\\nux\"", "host.os: linux -> li?ux")]
    public async Task A_change_is_the_one_difference(string before, string after, string expected) =>
        await Assert.That(string.Join('\n', Compare(Golden, Changed(before, after)))).IsEqualTo(expected);

    [Test]
    [Arguments("\"golden\"", "\"other\"")]
    [Arguments("\"0.1.0\"", "\"9.9.9\"")]
    [Arguments("\"total\": 0", "\"total\": 0.00")]
    [Arguments("8,", "8.0,")]
    public async Task What_says_nothing_of_the_host_is_no_difference(string before, string after) =>
        await Assert.That(Compare(Golden, Changed(before, after))).IsEmpty();

    [Test]
    [Arguments("16320875725", "5%", "")]
    [Arguments("16320875724", "5%", "memory.total: 16.0 GiB -> 15.2 GiB -5.0%")]
    [Arguments("18038862643", "5%", "")]
    [Arguments("18038862644", "5%", "memory.total: 16.0 GiB -> 16.8 GiB +5.0%")]
    [Arguments("17179869185", "0.5%", "")]
    [Arguments("17179869185", "0%", "memory.total: 17,179,869,184 -> 17,179,869,185 +<0.1%")]
    [Arguments("0", "100%", "")]
    public async Task Numbers_within_the_tolerance_are_equal(string total, string tolerance, string expected) =>
        await Assert.That(string.Join('\n', Compare(Golden, Changed("17179869184", total), tolerance))).IsEqualTo(expected);

    [Test]
    public async Task No_tolerance_makes_true_of_false() =>
        await Assert.That(Compare(Golden, Changed("\"running\": true", "\"running\": false"), "100%")).Count().IsEqualTo(1);

    [Test]
    [Arguments("memory.total", true)]
    [Arguments("memory", true)]
    [Arguments("MEM*", true)]
    [Arguments("*.total", true)]
    [Arguments("memory.tot", false)]
    [Arguments("disk_usage", false)]
    public async Task What_is_ignored_is_no_difference(string pattern, bool isIgnored) =>
        await Assert.That(Compare(Golden, Changed("17179869184", "1"), "0%", pattern).Length).IsEqualTo(isIgnored ? 0 : 1);

    [Test]
    [Arguments("service[sshd]", true)]
    [Arguments("service[s*]", true)]
    [Arguments("service[*].running", true)]
    [Arguments("service[cron]", false)]
    [Arguments("service[sshd].start_type", false)]
    public async Task Instances_can_be_ignored_with_all_they_have(string pattern, bool isIgnored) =>
        await Assert.That(Compare(Golden, Changed("\"running\": true", "\"running\": false"), "0%", pattern).Length).IsEqualTo(isIgnored ? 0 : 1);

    [Test]
    public async Task Several_differences_come_in_the_order_of_their_paths_facts_first()
    {
        string current = Golden.Replace("17179869184", "1", StringComparison.Ordinal).Replace("\"cpus\": 8", "\"cpus\": 9", StringComparison.Ordinal)
            .Replace("\"sda\": {}, ", "", StringComparison.Ordinal);

        await Assert.That(string.Join('\n', Compare(Golden, current))).IsEqualTo(
            "host.cpus: 8 -> 9 +12.5%\ndisk_io[sda]: present -> absent\nmemory.total: 16.0 GiB -> 1 B -100.0%");
    }

    [Test]
    [Arguments("5")]
    [Arguments("-5%")]
    [Arguments("101%")]
    [Arguments("%")]
    [Arguments("five%")]
    public async Task A_tolerance_that_is_no_percentage_is_refused(string text) =>
        await Assert.That(() => Compare(Golden, Golden, text)).Throws<UserError>()
            .WithMessage($"--tolerance: '{text}' is no percentage from 0 to 100; give one such as 5% or 0.5%");

    private static string Changed(string before, string after)
    {
        int place = Golden.IndexOf(before, StringComparison.Ordinal);
        return place < 0 ? throw new ArgumentException(before) : Golden.Remove(place, before.Length).Insert(place, after);
    }
}
