using System.Net;
using System.Net.Sockets;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class SocketsTests
{
    private const string Head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    [Test]
    public async Task Connections_are_counted_by_state_in_both_families()
    {
        using LinuxHost host = new();
        host.Write("proc/net/tcp", Head + Line("0100007F:0016", "0A") + Line("0100007F:0016", "01") + Line("0100007F:A001", "06") + Line("0100007F:A002", "06"))
            .Write("proc/net/tcp6", Head + Line("00000000000000000000000000000000:1F90", "0A") + Line("0000000000000000FFFF00000100007F:1F90", "08") + Line("00000000000000000000000000000000:1F90", "0B"));

        await Assert.That(host.Read(new TcpConnectionsSource(host.Context), out Fault fault).Single())
            .IsEqualTo(new TcpConnections { Listen = 2, Established = 1, TimeWait = 2, CloseWait = 1, Closing = 1 });
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task A_host_without_IPv6_has_its_connections()
    {
        using LinuxHost host = new();
        host.Write("proc/net/tcp", Head + Line("0100007F:0016", "0A"));

        await Assert.That(host.Read(new TcpConnectionsSource(host.Context), out Fault fault).Single().Listen).IsEqualTo(1ul);
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task The_kernels_dump_and_its_text_agree_on_what_listens()
    {
        using TcpListener four = new(IPAddress.Loopback, 0);
        using TcpListener six = new(IPAddress.IPv6Loopback, 0);
        four.Start();
        six.Start();
        SourceContext context = LinuxHost.Own();
        SocketTable dumped = new(context);
        SocketTable read = new(context);
        SocketDump dump = new();

        await Assert.That(dump.TryRead(dumped)).IsTrue();
        SocketText.Read(await File.ReadAllBytesAsync("/proc/net/tcp"), read);
        SocketText.Read(await File.ReadAllBytesAsync("/proc/net/tcp6"), read);
        foreach (TcpListener listener in (TcpListener[])[four, six])
        {
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            await Assert.That(dumped.IsListening(port)).IsTrue();
            await Assert.That(read.IsListening(port)).IsTrue();
        }

        // Other tests open and close sockets meanwhile.
        await Assert.That((double)dumped.CountOf(TcpState.Listen)).IsEqualTo(read.CountOf(TcpState.Listen)).Within(5);
    }

    [Test]
    public async Task A_port_is_listened_on_or_not()
    {
        using LinuxHost host = new(LinuxHost.Ports("tcp:22", "tcp:40961", "udp:53", "udp:123", "tcp:8080"));
        host.Write("proc/net/tcp", Head + Line("0100007F:0016", "0A") + Line("0100007F:A001", "01"))
            .Write("proc/net/tcp6", Head + Line("00000000000000000000000000000000:1F90", "0A"))
            .Write("proc/net/udp", Head + Line("00000000:007B", "01"))
            .Write("proc/net/udp6", Head + Line("00000000000000000000000000000000:0035", "07"));
        NamedPortsSource source = new(host.Context);
        NamedPorts[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("tcp:22|tcp:40961|udp:53|udp:123|tcp:8080");
        await Assert.That(string.Join(' ', rows.Select(row => row.Listening))).IsEqualTo("1 0 1 0 1");
    }

    [Test]
    public async Task Ports_of_this_host_open_and_close()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using UdpClient receiver = new(new IPEndPoint(IPAddress.Loopback, 0));
        int tcp = ((IPEndPoint)listener.LocalEndpoint).Port;
        int udp = ((IPEndPoint)receiver.Client.LocalEndPoint!).Port;
        SourceContext context = LinuxHost.Own(LinuxHost.Ports($"tcp:{tcp}", $"udp:{udp}"));
        NamedPortsSource source = new(context);

        context.BeginTick();
        await Assert.That(source.Read(out _).ToArray().Sum(row => row.Listening)).IsEqualTo(2);
        listener.Stop();
        receiver.Close();
        context.BeginTick();
        await Assert.That(source.Read(out _).ToArray().Sum(row => row.Listening)).IsEqualTo(0);
    }

    private static string Line(string local, string state) =>
        $"   0: {local} 00000000:0000 {state} 00000000:00000000 00:00000000 00000000     0        0 621 1 00000000545edf28 100 0 0 10 0\n";
}
