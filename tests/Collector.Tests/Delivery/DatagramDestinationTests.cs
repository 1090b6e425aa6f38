using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.Tests.Delivery;

public sealed class DatagramDestinationTests
{
    [Test]
    [Arguments("statsd", "t0:7|g\n")]
    [Arguments("graphite+udp", "t0 7 7\n")]
    public async Task A_tick_is_a_datagram(string scheme, string expected)
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"{scheme}://127.0.0.1:{PortOf(receiver)}");
        rig.Advance(0);
        rig.Tick(7);

        await Assert.That(Receive(receiver)).IsEqualTo(expected);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(1);
        await Assert.That(rig.Destination.BytesSent).IsEqualTo(expected.Length);
        await Assert.That(rig.Log.Count).IsEqualTo(0);
    }

    [Test]
    public async Task Datagrams_leave_when_the_phase_says_so_and_at_the_end_at_once()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}", new() { Phase = TimeSpan.FromSeconds(3) });
        rig.Advance(0);
        rig.Tick(7);
        rig.Advance(2_999);
        int early = receiver.Available;
        long due = rig.Destination.NextDeadline - rig.Now;
        rig.Advance(1);
        string first = Receive(receiver);
        rig.Tick(8);
        rig.Destination.Hasten();
        rig.Advance(0);

        await Assert.That(early).IsEqualTo(0);
        await Assert.That(due).IsEqualTo(1);
        await Assert.That(first).IsEqualTo("t0:7|g\n");
        await Assert.That(Receive(receiver)).IsEqualTo("t0:8|g\n");
        await Assert.That(rig.Destination.IsIdle).IsTrue();
    }

    [Test]
    public async Task No_datagram_is_larger_than_it_may_be_and_no_line_is_cut()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}?packet=512");
        rig.Advance(0);
        rig.Tick(1, lines: 500);
        StringBuilder all = new();
        List<int> sizes = [];
        while (receiver.Available > 0)
        {
            string datagram = Receive(receiver);
            sizes.Add(datagram.Length);
            all.Append(datagram.EndsWith('\n') ? datagram : "cut");
        }

        await Assert.That(sizes.Max()).IsBetween(490, 512);
        await Assert.That(all.ToString().Split('\n').Length - 1).IsEqualTo(500);
    }

    [Test]
    public async Task A_large_tick_is_sent_in_bursts()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}?packet=512");
        rig.Advance(0);
        rig.Tick(1, lines: 1_000, padding: 80);
        int atFirst = Drain(receiver);
        long waiting = rig.Destination.LinesWaiting;
        long due = rig.Destination.NextDeadline - rig.Now;
        rig.Advance(10);
        int tooEarly = Drain(receiver);
        int later = 0;
        for (int burst = 0; burst < 4; burst++)
        {
            rig.Advance(20);
            later += Drain(receiver);
        }

        await Assert.That(atFirst).IsEqualTo(200);
        await Assert.That(waiting).IsEqualTo(800);
        await Assert.That(due).IsEqualTo(20);
        await Assert.That(tooEarly).IsEqualTo(0);
        await Assert.That(later).IsEqualTo(800);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(1_000);
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(0);
    }

    /// <summary>Datagrams that vanish look like those that arrive. A socket that is made anew shows by its port.</summary>
    [Test]
    public async Task A_name_is_looked_up_again_after_a_minute()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://localhost:{PortOf(receiver)}");
        rig.Destination.Pump(rig.Now);
        rig.Tick(1);
        rig.Until(() => receiver.Available > 0);
        int first = SenderOf(receiver);
        rig.Advance(59_000);
        rig.Tick(2);
        int before = SenderOf(receiver);
        rig.Advance(1_000);
        rig.Until(() =>
        {
            rig.Tick(3);
            return SenderOf(receiver) != first;
        });

        await Assert.That(before).IsEqualTo(first);
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(0);
        await Assert.That(rig.Log.Count).IsEqualTo(0);
    }

    [Test]
    public async Task A_literal_address_is_not_looked_up_again()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}");
        HashSet<int> senders = [];
        for (ulong tick = 0; tick < 40; tick++)
        {
            rig.Advance(10_000);
            rig.Tick(tick);
            senders.Add(SenderOf(receiver));
        }

        await Assert.That(senders.Count).IsEqualTo(1);
    }

    [Test]
    public async Task When_nobody_listens_that_is_said_once_and_the_lines_are_counted()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{port}");
        rig.Advance(0);
        for (ulong tick = 1; tick <= 10; tick++)
        {
            rig.Tick(tick);
        }

        await Assert.That(rig.Log.Count).IsEqualTo(1);
        await Assert.That(rig.Log[0]).IsEqualTo(
            $"statsd://127.0.0.1:{port}: Connection refused (111): nobody takes the datagrams, they are lost");
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(9);
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(0);
    }

    [Test]
    public async Task When_somebody_listens_again_that_is_said_too()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{port}");
        rig.Advance(0);
        rig.Tick(1);
        rig.Tick(2);
        using Socket receiver = Listen(port);
        for (ulong tick = 3; tick <= 8; tick++)
        {
            rig.Tick(tick);
        }

        await Assert.That(rig.Log.Count).IsEqualTo(2);
        await Assert.That(rig.Log[1]).IsEqualTo($"statsd://127.0.0.1:{port}: datagrams are no longer refused");
        await Assert.That(Drain(receiver)).IsEqualTo(6);
    }

    [Test]
    public async Task While_nobody_listens_the_socket_is_made_anew_from_time_to_time()
    {
        Socket first = Listen();
        int port = PortOf(first);
        using DeliveryRig rig = new($"statsd://127.0.0.1:{port}");
        rig.Advance(0);
        rig.Tick(1);
        int before = SenderOf(first);
        first.Dispose();
        for (ulong tick = 2; tick <= 20; tick++)
        {
            rig.Advance(1_000);
            rig.Tick(tick);
        }

        using Socket second = Listen(port);
        rig.Advance(1_000);
        rig.Tick(21);
        int after = SenderOf(second);

        await Assert.That(after).IsNotEqualTo(before);
        await Assert.That(rig.Log.Count).IsEqualTo(1);

        // Ticks 2 to 20 are lost. A socket that is made anew takes the answer to its last datagram along, whose fate is guessed.
        await Assert.That(rig.Destination.LinesDropped).IsBetween(18, 20);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(21);
    }

    [Test]
    public async Task What_is_held_at_the_end_is_reported()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}?packet=512");
        rig.Advance(0);
        rig.Tick(1, lines: 1_000, padding: 80);
        rig.Destination.Close();

        await Assert.That(rig.Log[^1]).IsEqualTo($"statsd://127.0.0.1:{PortOf(receiver)}?packet=512: 800 lines were not delivered");
    }

    [Test]
    public async Task What_is_written_while_the_name_is_looked_up_waits_for_the_answer()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://localhost:{PortOf(receiver)}");
        rig.Destination.Pump(rig.Now);
        rig.Tick(1);
        rig.Until(() => receiver.Available > 0);

        await Assert.That(Receive(receiver)).IsEqualTo("t0:1|g\n");
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(0);
    }

    [Test]
    public async Task A_name_without_an_address_costs_the_lines()
    {
        using DeliveryRig rig = new("statsd://no-such-host.invalid");
        rig.Destination.Pump(rig.Now);
        rig.Tick(1);
        rig.Until(() => rig.Log.Count == 1);
        rig.Tick(2);

        await Assert.That(rig.Log[0]).StartsWith(
            "statsd://no-such-host.invalid: no address for 'no-such-host.invalid': ");
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(2);
    }

    [Test]
    public async Task A_thousand_ticks_allocate_nothing()
    {
        using Socket receiver = Listen();
        using DeliveryRig rig = new($"statsd://127.0.0.1:{PortOf(receiver)}");
        rig.Tick(0, lines: 100);
        rig.Advance(0);
        long before = 0;
        for (int tick = 0; tick < 1_100; tick++)
        {
            before = tick == 100 ? GC.GetAllocatedBytesForCurrentThread() : before;
            rig.Destination.Submit(tick);
            rig.Advance(1_000);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        await Assert.That(allocated).IsEqualTo(0);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(110_000);
    }

    private static Socket Listen(int port = 0)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 5_000 };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>Receives a datagram, and says from which port it came.</summary>
    private static int SenderOf(Socket socket)
    {
        EndPoint sender = new IPEndPoint(IPAddress.Any, 0);
        _ = socket.ReceiveFrom(new byte[65536], ref sender);
        return ((IPEndPoint)sender).Port;
    }

    private static string Receive(Socket socket)
    {
        byte[] buffer = new byte[65536];
        return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
    }

    private static int Drain(Socket socket)
    {
        int lines = 0;
        while (socket.Available > 0)
        {
            lines += Receive(socket).Count(letter => letter == '\n');
        }

        return lines;
    }
}
