using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class NetworkLinksTests
{
    [Test]
    [Arguments("up", "0x1003", "1000", 1u, 1_000_000_000ul)]
    [Arguments("down", "0x1003", "1000", 0u, null)]
    [Arguments("unknown", "0x9", "", 1u, null)]
    [Arguments("unknown", "0x8", "", 0u, null)]
    [Arguments("up", "0x1003", "-1", 1u, null)]
    [Arguments("up", "0x1003", "65535", 1u, null)]
    [Arguments("up", "0x1003", "4294967295", 1u, null)]
    [Arguments("lowerlayerdown", "0x1003", "10", 0u, null)]
    public async Task A_link_is_up_or_down_and_may_know_its_speed(string state, string flags, string speed, uint up, ulong? bits)
    {
        using LinuxHost host = new();
        Link(host, "eth0", state, flags, speed);
        NetworkLinks[] rows = host.Read(new NetworkLinksSource(host.Context), out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows.Single()).IsEqualTo(new NetworkLinks { Up = up, BitsPerSecond = bits });
    }

    [Test]
    public async Task Links_come_and_go_and_files_beside_them_are_none()
    {
        using LinuxHost host = new();
        NetworkLinksSource source = new(host.Context);
        Link(host, "eth0", "up", "0x1003", "1000");
        host.Write("sys/class/net/bonding_masters", "\n");
        await Assert.That(LinuxHost.Names(source, host.Read(source, out _).Length)).IsEqualTo("eth0");

        Link(host, "eth1", "up", "0x1003", "10000");
        string both = LinuxHost.Names(source, host.Read(source, out _).Length);
        await Assert.That(string.Join('|', both.Split('|').Order())).IsEqualTo("eth0|eth1");

        host.Remove("sys/class/net/eth0");
        await Assert.That(LinuxHost.Names(source, host.Read(source, out _).Length)).IsEqualTo("eth1");
    }

    [Test]
    public async Task The_loopback_of_this_host_is_up_without_a_speed()
    {
        NetworkLinksSource source = new(LinuxHost.Own());
        NetworkLinks[] rows = source.Read(out Fault fault).ToArray();
        int loopback = Enumerable.Range(0, rows.Length).Single(row => source.Name(row) == "lo");

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows[loopback]).IsEqualTo(new NetworkLinks { Up = 1 });
    }

    [Test]
    public async Task The_kernel_is_asked_anew_only_when_it_has_news()
    {
        LinkWatch watch = new();

        // Other programs may change links meanwhile; not for long.
        bool isQuiet = Enumerable.Range(0, 50).Any(_ => !watch.HasChanged());
        await Assert.That(isQuiet).IsTrue();
    }

    [Test]
    public async Task A_host_without_the_folder_has_no_fault_to_mend()
    {
        using LinuxHost host = new();
        host.Read(new NetworkLinksSource(host.Context), out Fault fault);

        await Assert.That(fault.Kind).IsEqualTo(FaultKind.NotHere);
    }

    private static void Link(LinuxHost host, string name, string state, string flags, string speed) => host
        .Write($"sys/class/net/{name}/operstate", state + "\n")
        .Write($"sys/class/net/{name}/flags", flags + "\n")
        .Write($"sys/class/net/{name}/speed", speed.Length > 0 ? speed + "\n" : "");
}
