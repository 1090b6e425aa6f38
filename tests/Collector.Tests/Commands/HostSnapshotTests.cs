using Collector.Commands;
using Collector.Filters;
using Collector.Tests.Sources.Linux;
using Collector.Verification;

namespace Collector.Tests.Commands;

public sealed class HostSnapshotTests
{
    private const string Units = "usr/lib/systemd/system/";
    private const string Cron = "sys/fs/cgroup/system.slice/cron.service/cgroup.procs";

    [Test]
    public async Task Every_installed_service_belongs_to_a_host_though_none_is_named()
    {
        using LinuxHost host = Booted();

        await Assert.That(Values(Take(host), "service")).IsEqualTo(
            "cron present, cron.running True, cron.start_type 2, rescue present, rescue.start_type 3");
    }

    [Test]
    public async Task A_service_that_starts_by_itself_and_was_stopped_is_the_only_difference()
    {
        using LinuxHost host = Booted();
        Snapshot before = Take(host);
        Snapshot again = Take(host);
        host.Write(Cron, "").Write("sys/fs/cgroup/system.slice/rescue.service/cgroup.procs", "41\n").Process(41, "sh");
        Snapshot after = Take(host);

        await Assert.That(SnapshotComparison.Compare(before, again, 0, []).Count).IsEqualTo(0);
        await Assert.That(string.Join(' ', SnapshotComparison.Compare(before, after, 0, []).Select(static difference => difference.Path)))
            .IsEqualTo("service[cron].running");
    }

    [Test]
    public async Task An_image_has_start_types_and_nothing_that_runs()
    {
        using LinuxHost host = Booted();
        host.Remove("run");

        await Assert.That(Values(Take(host), "service"))
            .IsEqualTo("cron present, cron.start_type 2, rescue present, rescue.start_type 3");
    }

    [Test]
    public async Task Services_that_are_not_wanted_are_not_looked_for()
    {
        using LinuxHost host = Booted();

        await Assert.That(Values(Take(host, "-service"), "service")).IsEqualTo("");
    }

    [Test]
    public async Task A_file_system_has_its_type()
    {
        using LinuxHost host = Booted();
        host.Write("proc/1/mountinfo", "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n").Write("proc/filesystems", "\text4\n");

        await Assert.That(Values(Take(host), "disk_usage")).Contains("/.type ext4");
    }

    [Test]
    public async Task Interfaces_of_containers_are_left_out_unless_they_are_asked_for()
    {
        using LinuxHost host = Booted();
        host.Write("proc/net/dev", """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
              eth0: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0
            docker0: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0
            br-0123456789ab: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0
            br-lan: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0

            """);

        await Assert.That(Values(Take(host), "net_io")).IsEqualTo("br-lan present, eth0 present");
        await Assert.That(Values(Take(host, "net_io[docker*]"), "net_io")).IsEqualTo("docker0 present");
    }

    private static LinuxHost Booted()
    {
        LinuxHost host = new();
        return host.Write("run/systemd/system/.keep", "").Write("proc/uptime", "1000.00 1500.00\n")
            .Write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n").Write("etc/hostname", "fern\n")
            .Write(Units + "cron.service", "[Service]\n").Write(Units + "rescue.service", "[Service]\n")
            .Link("etc/systemd/system/multi-user.target.wants/cron.service", "/usr/lib/systemd/system/cron.service")
            .Process(40, "cron").Write(Cron, "40\n");
    }

    private static Snapshot Take(LinuxHost host, string? item = null) => HostSnapshot.Open(
        new()
        {
            Root = host.PathOf(""),
            Filter = item is null ? MetricFilter.Default : new() { Items = [FilterParser.Parse(item, out _)!] },
        }).Take();

    /// <summary>What a snapshot has of a group, each without its brackets.</summary>
    private static string Values(Snapshot snapshot, string group) => string.Join(", ", snapshot.Values
        .Where(pair => pair.Key.Group == group)
        .Select(static pair =>
        {
            string path = pair.Key.Metric is null ? pair.Key.Instance! : $"{pair.Key.Instance}.{pair.Key.Metric}";
            return $"{path} {Text(pair.Value)}";
        }));

    private static string Text(SnapshotValue value) => value.Kind switch
    {
        SnapshotValueKind.Truth => $"{value.IsTrue}",
        SnapshotValueKind.Number => $"{value.Number}",
        SnapshotValueKind.Text => value.Text!,
        _ => "present",
    };
}
