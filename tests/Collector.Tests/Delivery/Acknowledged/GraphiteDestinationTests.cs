using Collector.Delivery;
using Collector.Tests.Logging;

namespace Collector.Tests.Delivery;

/// <summary>A receiver that reads, closes, breaks and stays silent, and a clock that the test sets.</summary>
public sealed class GraphiteDestinationTests
{
    /// <summary>When a connection is ended to be acknowledged, in milliseconds.</summary>
    private const long Rotation = 60_000;

    [Test]
    public async Task Lines_are_kept_until_the_receiver_closes_its_side_after_ours()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "");
        rig.Tick(1);
        rig.Advance(Rotation);
        rig.Until(() => receiver.HasCaller);
        double lagBefore = rig.Counts.AcknowledgedLag;
        rig.Tick(3);
        double lagAfterTick = rig.Counts.AcknowledgedLag;
        receiver.ReadToEnd();
        receiver.HangUp();
        receiver.Accept();
        rig.Until(() => rig.Counts.AcknowledgedLag == 0);

        await Assert.That(lagBefore).IsEqualTo(0);
        await Assert.That(lagAfterTick).IsEqualTo(2);
        await Assert.That(receiver.Text.ToString()).IsEqualTo("t0 1 1\n");
        rig.Until(() => receiver.Read() == "t0 1 1\nt0 3 3\n");
        await Assert.That(rig.Log.Count).IsEqualTo(1);
        await Assert.That(rig.Counts.Resent + rig.Counts.Reconnects).IsEqualTo(0);
    }

    [Test]
    public async Task After_a_break_everything_of_the_last_five_minutes_is_sent_again_although_it_was_acknowledged()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "");
        rig.Tick(1);
        Rotate(rig, receiver);
        rig.Tick(2);
        rig.Until(() => receiver.Read().EndsWith("t0 2 2\n", StringComparison.Ordinal));
        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);
        receiver.Text.Clear();
        Reconnect(rig, receiver);
        rig.Until(() => receiver.Read().EndsWith("t0 1 1\nt0 2 2\n", StringComparison.Ordinal), step: 50);

        await Assert.That(receiver.Text.ToString()).IsEqualTo("t0 1 1\nt0 2 2\n");
        await Assert.That(rig.Counts.Resent).IsEqualTo(2);
        await Assert.That(rig.Counts.Reconnects).IsEqualTo(1);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(2);
        await Assert.That(rig.Log[1]).EndsWith(": the receiver closed the connection; retrying, 2 lines wait");
        await Assert.That(rig.Log[2]).EndsWith(": connected again, sending 2 lines that waited");
    }

    [Test]
    public async Task What_is_older_than_the_window_and_acknowledged_is_not_sent_again()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "?replay=10s");
        rig.Tick(1);
        Rotate(rig, receiver);
        rig.Tick(2);
        rig.Advance(11_000);
        rig.Tick(3);
        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);

        // The second was never acknowledged, old as it is.
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(2);
    }

    [Test]
    public async Task A_receiver_that_refuses_the_next_connection_may_have_lost_what_it_acknowledged()
    {
        Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "");
        int port = receiver.Port;
        rig.Tick(1);
        rig.Advance(Rotation);
        rig.Until(() => receiver.HasCaller);
        receiver.ReadToEnd();
        receiver.HangUp();
        receiver.Accept();
        rig.Until(() => rig.Counts.AcknowledgedLag == 0);
        receiver.Dispose();
        rig.Until(() => rig.Log.Count >= 2);
        using Receiver again = new(port);
        Reconnect(rig, again);
        rig.Until(() => again.Read() == "t0 1 1\n");

        await Assert.That(rig.Counts.Resent).IsEqualTo(1);
    }

    [Test]
    public async Task A_connection_that_ends_before_everything_was_read_is_sent_again()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "");
        rig.Tick(1);
        rig.Until(() => receiver.Has(7));
        rig.Advance(Rotation);
        rig.Until(() => receiver.HasCaller);

        // Closing with something unread is a reset.
        receiver.HangUp();
        receiver.Accept();
        rig.Until(() => receiver.Read() == "t0 1 1\n");

        await Assert.That(rig.Log[1]).Contains(": the connection ended before everything was read: ");
        await Assert.That(rig.Log[1]).EndsWith("; 1 line is sent again");
        await Assert.That(rig.Counts.Resent).IsEqualTo(1);
    }

    [Test]
    public async Task A_receiver_that_does_not_close_in_time_gets_its_lines_again()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "");
        rig.Tick(1);
        rig.Advance(Rotation);
        rig.Until(() => receiver.HasCaller);
        receiver.AcceptBeside();
        rig.Advance(29_000);
        int before = rig.Log.Count;
        rig.Advance(1_001);
        rig.Until(() => receiver.Read() == "t0 1 1\n");

        await Assert.That(before).IsEqualTo(1);
        await Assert.That(rig.Log[1]).EndsWith(": has not read everything within 30 s; 1 line is sent again");
        await Assert.That(rig.Counts.LastError).IsEqualTo((int)DeliveryError.None);
    }

    [Test]
    public async Task A_receiver_that_never_closes_is_told_of_once_and_left_to_time()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "?replay=1m");
        for (ulong tick = 1; tick <= 8; tick++)
        {
            rig.Tick(tick);
            rig.Advance(Rotation);
            rig.Until(() => !rig.IsConnecting);
            if (receiver.HasCaller)
            {
                receiver.AcceptBeside();
            }

            rig.Advance(30_001);
        }

        string[] told = [.. rig.Log.Where(static line => line.Contains("does not close its side"))];
        await Assert.That(told.Length).IsEqualTo(1);
        await Assert.That(told[0]).EndsWith(": does not close its side after ours, so nothing says what it has read: its lines are kept "
            + "for 1m after they were sent instead (ack=none asks for that)");
        await Assert.That(rig.Counts.AcknowledgedLag).IsEqualTo(0);
        await Assert.That(receiver.Connections).IsEqualTo(3);
    }

    [Test]
    public async Task With_ack_none_connections_stay_and_time_tells()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "?ack=none&replay=1m");
        for (ulong tick = 1; tick <= 10; tick++)
        {
            rig.Tick(tick);
            rig.Advance(30_000);
        }

        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);

        await Assert.That(receiver.Connections).IsEqualTo(1);
        await Assert.That(rig.Destination.LinesWaiting).IsBetween(2, 3);
    }

    [Test]
    public async Task A_backlog_is_paced_and_live_lines_go_on_beside_it()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"graphite://127.0.0.1:{port}?pace=20", new() { Interval = TimeSpan.FromSeconds(10) });
        rig.Until(() => rig.Log.Count == 1);
        for (ulong tick = 1; tick <= 1000; tick++)
        {
            rig.Tick(tick, lines: 10, padding: 90);
        }

        using Receiver receiver = new(port);
        Reconnect(rig, receiver);
        rig.Until(() => receiver.Read().Length > 0);
        rig.Tick(1001);
        rig.Until(() => receiver.Read().EndsWith("t0 1001 1001\n", StringComparison.Ordinal));
        long atFirst = rig.Destination.LinesWaiting;
        for (int step = 0; step < 40; step++)
        {
            rig.Advance(250);
        }

        // In 10 s of live time: 20 ticks' worth, measured by the last tick, which had one short line. So the pace is the
        // tenth of it, but for the first portion and the last.
        rig.Tick(1002, lines: 10, padding: 90);
        long before = rig.Destination.LinesWaiting;
        for (int step = 0; step < 40; step++)
        {
            rig.Advance(250);
        }

        long paced = before - rig.Destination.LinesWaiting;
        await Assert.That(atFirst).IsGreaterThan(9_900);
        await Assert.That(paced).IsBetween(180, 215);
    }

    [Test]
    public async Task Lines_leave_when_the_phase_says_so()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "", new() { Phase = TimeSpan.FromSeconds(3) });
        rig.Tick(1);
        rig.Advance(2_999);
        bool isEarly = receiver.Has(1);
        await Assert.That(rig.Destination.NextDeadline).IsEqualTo(rig.Now + 1);
        rig.Advance(1);
        rig.Until(() => receiver.Read() == "t0 1 1\n");

        await Assert.That(isEarly).IsFalse();
    }

    [Test]
    public async Task At_the_end_the_phase_is_not_waited_for_and_the_acknowledgement_is()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "", new() { Phase = TimeSpan.FromSeconds(3) });
        rig.Tick(1);
        rig.Destination.Hasten();
        rig.Until(() => receiver.Read() == "t0 1 1\n");
        bool wasIdle = rig.Destination.IsIdle;
        long owed = rig.Destination.LinesUndelivered;
        receiver.HangUp();
        rig.Until(() => rig.Destination.IsIdle);

        await Assert.That(wasIdle).IsFalse();
        await Assert.That(owed).IsEqualTo(1);
        await Assert.That(rig.Destination.LinesUndelivered).IsEqualTo(0);
        await Assert.That(receiver.HasCaller).IsFalse();
    }

    [Test]
    public async Task What_was_sent_and_not_acknowledged_at_the_end_is_told()
    {
        using Receiver receiver = new();
        DeliveryRig rig = Connected(receiver, "");
        rig.Tick(1);
        rig.Destination.Hasten();
        rig.Until(() => receiver.Read() == "t0 1 1\n");
        rig.Dispose();

        await Assert.That(rig.Log[^1]).EndsWith(": 1 line was sent, but not acknowledged");
        await Assert.That(rig.Destination.LinesUndelivered).IsEqualTo(1);
    }

    [Test]
    public async Task Lines_that_only_reached_the_spool_do_not_count_as_sent()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder);
        DeliveryRig rig = new("graphite://127.0.0.1:1", new() { Spool = spool });
        rig.Until(() => rig.Destination.IsDown);
        rig.Tick(1);
        rig.Dispose();

        await Assert.That(rig.Destination.LinesKept).IsEqualTo(1);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(0);
    }

    [Test]
    public async Task A_spool_hands_over_to_the_next_process_what_nobody_acknowledged()
    {
        using TemporaryFolder folder = new();
        using Receiver receiver = new();
        using (Spool spool = Open(folder))
        {
            DeliveryRig rig = Connected(receiver, "", new() { Spool = spool });
            rig.Tick(1);
            Rotate(rig, receiver);
            rig.Tick(2);
            rig.Dispose();
            await Assert.That(rig.Log[^1]).EndsWith(": 1 line stays in the spool");
            await Assert.That(rig.Destination.LinesKept).IsEqualTo(1);
            await Assert.That(rig.Destination.LinesUndelivered).IsEqualTo(0);
        }

        receiver.Text.Clear();
        using Spool next = Open(folder);
        using DeliveryRig again = new($"graphite://127.0.0.1:{receiver.Port}", new() { Spool = next });
        again.Until(() => receiver.HasCaller);
        receiver.Accept();
        again.Until(() => receiver.Read() == "t0 2 2\n");

        await Assert.That(again.Destination.LinesSent).IsEqualTo(1);
    }

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task A_thousand_ticks_allocate_nothing(bool isSpooled)
    {
        using TemporaryFolder folder = new();
        using Spool? spool = isSpooled ? Open(folder) : null;
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, "", new() { Spool = spool });
        long[] rounds = new long[11];
        for (ulong tick = 1; tick <= 1_100; tick++)
        {
            rig.Tick(tick);
            long before = GC.GetAllocatedBytesForCurrentThread();
            rig.Destination.Submit((long)tick);
            rig.Advance(30);
            _ = rig.Counts;
            rounds[(tick - 1) / 100] += GC.GetAllocatedBytesForCurrentThread() - before;
            receiver.Read();
        }

        // What the runtime allocates on its own account, beside other tests, is not in each round.
        await Assert.That(string.Join('|', rig.Log.Skip(1))).IsEqualTo("");
        await Assert.That(rounds.Min()).IsEqualTo(0);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(2_200);
    }

    private static Spool Open(TemporaryFolder folder) =>
        Spool.Open(new(folder.Path, 1 << 20, TimeSpan.FromDays(1), TimeSpan.Zero), LoggedLines.Nowhere);

    private static DeliveryRig Connected(Receiver receiver, string query, DeliverySettings? settings = null)
    {
        DeliveryRig rig = new($"graphite://127.0.0.1:{receiver.Port}{query}", settings);
        rig.Until(() => rig.Log.Count == 1);
        receiver.Accept();
        return rig;
    }

    /// <summary>The connection is ended and acknowledged, and the next one stands.</summary>
    private static void Rotate(DeliveryRig rig, Receiver receiver)
    {
        rig.Advance(Rotation);
        rig.Until(() => receiver.HasCaller);
        receiver.ReadToEnd();
        receiver.HangUp();
        receiver.Accept();
        rig.Until(() => rig.Counts.AcknowledgedLag == 0 && !rig.IsConnecting);
        rig.Until(() => rig.Destination.IsIdle);
    }

    private static void Reconnect(DeliveryRig rig, Receiver receiver)
    {
        rig.Now += 31_000;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
    }
}
