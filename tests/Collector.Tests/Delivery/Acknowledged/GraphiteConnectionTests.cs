using Collector.Sources;

namespace Collector.Tests.Delivery;

/// <summary>How connections are made, lost and filled.</summary>
public sealed class GraphiteConnectionTests
{
    private static readonly string s_refused = SystemError.Describe(OperatingSystem.IsWindows() ? 10061 : 111);

    [Test]
    public async Task Lines_arrive_in_order()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, out _);
        rig.Tick(1, lines: 2);
        rig.Tick(2);
        rig.Until(() => receiver.Read().Length == "t0 1 1\nt1 1 1\nt0 2 2\n".Length);

        await Assert.That(receiver.Read()).IsEqualTo("t0 1 1\nt1 1 1\nt0 2 2\n");
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(3);
        await Assert.That(rig.Destination.BytesSent).IsEqualTo(21);
        await Assert.That(rig.Destination.IsIdle).IsTrue();
    }

    [Test]
    public async Task A_receiver_that_is_down_at_first_gets_everything_when_it_comes_up()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"graphite://127.0.0.1:{port}");
        rig.Tick(1);
        rig.Until(() => rig.Log.Count == 1);
        rig.Tick(2);
        using Receiver receiver = new(port);
        rig.Now += 1_300;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
        rig.Until(() => receiver.Read().Length == 14, step: 50);

        await Assert.That(receiver.Read()).IsEqualTo("t0 1 1\nt0 2 2\n");
        await Assert.That(rig.Log[0])
            .IsEqualTo($"graphite://127.0.0.1:{port}: cannot connect: {s_refused}; retrying, 1 line waits");
        await Assert.That(rig.Log[1]).IsEqualTo($"graphite://127.0.0.1:{port}: connected, sending 2 lines that waited");
    }

    [Test]
    public async Task A_receiver_that_stays_down_is_reported_once_and_tried_ever_less_often()
    {
        using DeliveryRig rig = new($"graphite://127.0.0.1:{Ports.Free()}");
        rig.Until(() => rig.Log.Count == 1);
        List<long> waits = [];
        for (int attempt = 0; attempt < 7; attempt++)
        {
            long wait = rig.Destination.NextDeadline - rig.Now;
            waits.Add(wait);
            rig.Now += wait;
            rig.Until(() => rig.Destination.NextDeadline > rig.Now && rig.Destination.NextDeadline - rig.Now != 5_000);
        }

        await Assert.That(rig.Log.Count).IsEqualTo(1);
        await Assert.That(waits[0]).IsBetween(100, 1_000);
        await Assert.That(waits[3]).IsBetween(100, 8_000);
        await Assert.That(waits[6]).IsBetween(100, 30_000);
    }

    [Test]
    public async Task A_receiver_that_takes_nothing_is_given_up_after_half_a_minute()
    {
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out string label);
        rig.Tick(1, lines: 200_000, padding: 40);
        rig.UntilFull();
        rig.Advance(29_000);
        int before = rig.Log.Count;
        rig.Advance(1_001);

        await Assert.That(before).IsEqualTo(1);
        await Assert.That(rig.Log[1]).IsEqualTo($"{label}: takes nothing for 30 s; retrying, 200000 lines wait");
    }

    [Test]
    public async Task A_receiver_that_reads_late_gets_every_line_once()
    {
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out _);
        rig.Tick(1, lines: 100_000, padding: 40);
        rig.UntilFull();
        rig.Tick(2);
        rig.Until(() => receiver.Read().EndsWith("t0 2 2\n", StringComparison.Ordinal));
        string[] lines = receiver.Text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        await Assert.That(lines.Length).IsEqualTo(100_001);
        await Assert.That(lines.Distinct().Count()).IsEqualTo(100_001);
        await Assert.That(rig.Log.Count).IsEqualTo(1);
    }

    [Test]
    public async Task When_16_MiB_wait_the_oldest_lines_are_dropped_and_counted()
    {
        using DeliveryRig rig = new($"graphite://127.0.0.1:{Ports.Free()}");
        rig.Until(() => rig.Log.Count == 1);
        for (ulong tick = 1; tick <= 20; tick++)
        {
            rig.Tick(tick, lines: 20_000, padding: 40);
        }

        await Assert.That(rig.Destination.LinesDropped).IsGreaterThan(0);
        await Assert.That(rig.Destination.LinesDropped + rig.Destination.LinesWaiting).IsEqualTo(400_000);
        await Assert.That(rig.Log.Count).IsEqualTo(2);
        await Assert.That(rig.Log[1]).EndsWith(": 16 MiB of lines wait already: from now on the oldest are dropped");
    }

    [Test]
    public async Task A_name_without_an_address_is_reported_and_looked_up_again()
    {
        using DeliveryRig rig = new("graphite://no-such-host.invalid:2003");
        rig.Tick(1);
        rig.Until(() => rig.Log.Count == 1);

        await Assert.That(rig.Log[0]).StartsWith(
            "graphite://no-such-host.invalid:2003: cannot connect: no address for 'no-such-host.invalid': ");
        await Assert.That(rig.Destination.NextDeadline - rig.Now).IsBetween(100, 1_000);
    }

    [Test]
    public async Task A_name_is_looked_up()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = new($"graphite://localhost:{receiver.Port}");
        rig.Until(() => rig.Log.Count == 1);

        await Assert.That(rig.Log[0]).IsEqualTo($"graphite://localhost:{receiver.Port}: connected");
    }

    private static DeliveryRig Connected(Receiver receiver, out string label)
    {
        label = $"graphite://127.0.0.1:{receiver.Port}";
        DeliveryRig rig = new(label);
        rig.Until(() => rig.Log.Count == 1);
        receiver.Accept();
        return rig;
    }
}
