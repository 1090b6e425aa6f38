using System.Text;
using Collector.Delivery;
using Collector.Wire;

namespace Collector.Tests.Delivery;

public sealed class StatsdTcpDestinationTests
{
    [Test]
    public async Task Lines_go_straight_out_while_the_connection_is_up()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, out _);
        rig.Tick(1, lines: 2);
        rig.Tick(2);
        rig.Until(() => receiver.Read() == "t0:1|g\nt1:1|g\nt0:2|g\n");

        await Assert.That(rig.Destination.LinesSent).IsEqualTo(3);
        await Assert.That(rig.Destination.LinesMerged).IsEqualTo(0);
        await Assert.That(rig.Destination.IsIdle).IsTrue();
    }

    [Test]
    public async Task The_end_of_the_stream_is_seen_before_the_next_lines_are_sent()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = Connected(receiver, out string label);
        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);
        rig.Tick(1);

        await Assert.That(rig.Log[1]).IsEqualTo($"{label}: the receiver closed the connection; retrying");
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(1);
        await Assert.That(rig.Counts.LastError).IsEqualTo((int)DeliveryError.Closed);
    }

    [Test]
    public async Task What_was_written_while_the_receiver_was_down_arrives_as_one_value_for_each_series_before_newer_lines()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"statsd+tcp://127.0.0.1:{port}");
        rig.Until(() => rig.Log.Count == 1);
        ulong count = 0;
        for (ulong tick = 1; tick <= 50; tick++)
        {
            count += tick;
            Submit(rig, (long)tick, $"load:{tick}|g", "cold:0|g", $"cold:-{tick}|g", $"hits:{tick}|c");
        }

        DeliveryCounts down = rig.Counts;
        using Receiver receiver = new(port);
        rig.Now += 1_300;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
        rig.Until(() => rig.Destination.IsIdle);
        Submit(rig, 51, "load:51|g", "hits:1|c");
        string expected = $"load:50|g\ncold:0|g\ncold:-50|g\nhits:{count}|c\nload:51|g\nhits:1|c\n";
        rig.Until(() => receiver.Read().Length >= expected.Length);

        await Assert.That(receiver.Read()).IsEqualTo(expected);
        await Assert.That(down.Waiting).IsEqualTo(4);
        await Assert.That(down.WaitingSeconds).IsEqualTo(49);
        await Assert.That(down.LastError).IsEqualTo((int)DeliveryError.CannotConnect);
        await Assert.That(rig.Log[1]).IsEqualTo($"statsd+tcp://127.0.0.1:{port}: connected, sending 4 lines that waited");
        await Assert.That(rig.Destination.LinesMerged).IsEqualTo(49 * 4);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(6);
        await Assert.That(rig.Counts.LastError).IsEqualTo((int)DeliveryError.None);
        await Assert.That(rig.Counts.WaitingSeconds).IsEqualTo(0);
    }

    [Test]
    public async Task A_receiver_that_hangs_up_halfway_gets_no_line_twice_and_none_torn()
    {
        const int Lines = 200_000;
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out _);
        rig.Tick(1, lines: Lines, padding: 40);
        rig.Until(() => !rig.Destination.IsIdle);
        receiver.ReadExactly(100_001);
        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);
        long taken = rig.Destination.BytesSent;
        string before = receiver.Text.ToString();
        receiver.Text.Clear();
        rig.Now += 1_300;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
        rig.Until(() => receiver.Read().Length > 0 && rig.Destination.IsIdle);
        rig.Destination.Close();
        rig.Until(() => receiver.Read().EndsWith($"t199999{new string('_', 40)}:1|g\n", StringComparison.Ordinal));

        string[] lines = receiver.Text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int resumed = int.Parse(lines[0][1..lines[0].IndexOf('_')]);
        await Assert.That(before).StartsWith("t0_");
        await Assert.That(lines.All(static line => line.EndsWith(":1|g", StringComparison.Ordinal))).IsTrue();
        await Assert.That(lines.Length).IsEqualTo(Lines - resumed);
        await Assert.That(resumed).IsEqualTo(FirstLineFrom(taken, padding: 40));
        await Assert.That(rig.Destination.LinesSent + rig.Destination.LinesDropped).IsEqualTo(Lines);
        await Assert.That(rig.Destination.LinesDropped).IsLessThanOrEqualTo(1);
        await Assert.That(rig.Counts.Reconnects).IsEqualTo(1);
    }

    [Test]
    public async Task A_receiver_that_reads_late_gets_whole_lines_and_every_count_once()
    {
        const int Series = 100_000;
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out _);
        string[] lines = [.. Enumerable.Range(0, Series).Select(static series => $"hits.of.a.series.with.a.long.name.{series}:1|c")];
        Submit(rig, 1, lines);
        rig.UntilFull();
        Submit(rig, 2, lines);
        Submit(rig, 3, lines);
        long written = rig.Destination.LinesSent + rig.Destination.LinesWaiting + rig.Destination.LinesMerged;
        rig.Until(() => receiver.Read().Length > 0 && rig.Destination.IsIdle);
        rig.Until(() => Sum(receiver.Read()) == 3 * Series);

        string[] arrived = receiver.Text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, int> sums = arrived.GroupBy(static line => line.Split(':')[0])
            .ToDictionary(static group => group.Key, static group => group.Sum(static line => int.Parse(line.Split(':', '|')[1])));
        await Assert.That(written).IsEqualTo(3 * Series);
        await Assert.That(sums.Count).IsEqualTo(Series);
        await Assert.That(sums.Values.All(static sum => sum == 3)).IsTrue();
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(arrived.Length);
        await Assert.That(rig.Destination.LinesSent + rig.Destination.LinesMerged).IsEqualTo(3 * Series);
        await Assert.That(rig.Destination.LinesMerged).IsGreaterThan(Series / 2);
    }

    /// <summary>Where the connection breaks is up to the system: names of other lengths make it another place of a pair.</summary>
    [Test]
    [Arguments(0)]
    [Arguments(7)]
    [Arguments(16)]
    [Arguments(25)]
    [Arguments(33)]
    [Arguments(42)]
    public async Task Wherever_the_connection_breaks_a_negative_gauge_arrives_behind_its_zero(int padding)
    {
        const int Series = 100_000;
        string name = $"cold.series.{new string('_', padding)}";
        string[] lines = [.. Enumerable.Range(0, Series).SelectMany(series => (string[])[$"{name}{series}:0|g", $"{name}{series}:-5|g"])];
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out _);
        Submit(rig, 1, lines);
        rig.UntilFull();
        receiver.HangUp();
        rig.Until(() => rig.Log.Count == 2);
        rig.Now += 1_300;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
        rig.Until(() => receiver.Read().Length > 0 && rig.Destination.IsIdle);
        rig.Destination.Close();
        receiver.ReadToEnd();

        string[] arrived = receiver.Text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected = [.. arrived.Where(static line => line.EndsWith(":-5|g", StringComparison.Ordinal))
            .SelectMany(static line => (string[])[line.Replace(":-5|g", ":0|g"), line])];
        await Assert.That(arrived.Length).IsGreaterThan(1_000);
        await Assert.That(arrived.SequenceEqual(expected)).IsTrue();
        await Assert.That(rig.Destination.LinesSent + rig.Destination.LinesDropped).IsEqualTo(lines.Length);
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
        await Assert.That(rig.Log[1]).StartsWith($"{label}: takes nothing for 30 s; retrying, ");
        await Assert.That(rig.Counts.LastError).IsEqualTo((int)DeliveryError.Stalled);
    }

    [Test]
    public async Task When_the_queue_size_is_reached_new_series_are_dropped_and_counted()
    {
        int port = Ports.Free();
        using DeliveryRig rig = new($"statsd+tcp://127.0.0.1:{port}", new() { QueueBytes = 64 * 1024 });
        rig.Until(() => rig.Log.Count == 1);
        for (ulong tick = 1; tick <= 3; tick++)
        {
            rig.Tick(tick, lines: 2_000);
        }

        Destination destination = rig.Destination;
        long waiting = destination.LinesWaiting;
        int error = rig.Counts.LastError;
        using Receiver receiver = new(port);
        rig.Now += 1_300;
        rig.Until(() => receiver.HasCaller);
        receiver.Accept();
        rig.Until(() => destination.IsIdle);

        await Assert.That(waiting).IsBetween(500, 1_000);
        await Assert.That(destination.LinesDropped).IsEqualTo(3 * (2_000 - waiting));
        await Assert.That(destination.LinesMerged).IsEqualTo(2 * waiting);
        await Assert.That(destination.LinesSent).IsEqualTo(waiting);
        await Assert.That(error).IsEqualTo((int)DeliveryError.Full);
        await Assert.That(rig.Log[1]).EndsWith(": 64 KiB of series wait already: from now on lines of others are dropped");
        await Assert.That(rig.Log[2]).EndsWith(
            $": connected, sending {waiting} lines that waited; {destination.LinesDropped} others were dropped");
    }

    [Test]
    public async Task Lines_leave_when_the_phase_says_so()
    {
        using Receiver receiver = new();
        using DeliveryRig rig = new($"statsd+tcp://127.0.0.1:{receiver.Port}", new() { Phase = TimeSpan.FromSeconds(3) });
        rig.Until(() => rig.Log.Count == 1);
        receiver.Accept();
        rig.Tick(1);
        rig.Advance(2_999);
        bool isEarly = receiver.Has(1);
        long due = rig.Destination.NextDeadline - rig.Now;
        long waiting = rig.Destination.LinesWaiting;
        rig.Advance(1);
        rig.Until(() => receiver.Read() == "t0:1|g\n");

        await Assert.That(isEarly).IsFalse();
        await Assert.That(due).IsEqualTo(1);
        await Assert.That(waiting).IsEqualTo(1);
        await Assert.That(rig.Destination.IsIdle).IsTrue();
    }

    [Test]
    public async Task At_the_end_the_phase_is_not_waited_for_and_what_waits_is_told()
    {
        using DeliveryRig rig = new($"statsd+tcp://127.0.0.1:{Ports.Free()}", new() { Phase = TimeSpan.FromSeconds(3) });
        rig.Tick(1, lines: 3);
        rig.Tick(2, lines: 3);
        rig.Destination.Hasten();
        rig.Until(() => rig.Log.Count == 1);
        rig.Destination.Close();

        await Assert.That(rig.Log[1]).EndsWith(": 3 lines were not delivered");
        await Assert.That(rig.Destination.LinesUndelivered).IsEqualTo(3);
        await Assert.That(rig.Destination.LinesMerged).IsEqualTo(3);
    }

    [Test]
    [Arguments(0)]
    [Arguments(500)]
    public async Task A_thousand_ticks_allocate_nothing(int phase)
    {
        using Receiver receiver = new();
        using DeliveryRig rig = new($"statsd+tcp://127.0.0.1:{receiver.Port}", new() { Phase = TimeSpan.FromMilliseconds(phase) });
        rig.Until(() => rig.Log.Count == 1);
        receiver.Accept();
        long allocated = AllocatedIn(1_000, rig, () => receiver.Read());

        await Assert.That(allocated).IsEqualTo(0);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(2_200);
    }

    [Test]
    public async Task A_thousand_ticks_while_the_receiver_is_down_allocate_nothing()
    {
        using Receiver receiver = new(receiveBuffer: 4096);
        using DeliveryRig rig = Connected(receiver, out _);
        rig.Tick(1, lines: 200_000, padding: 40);
        rig.UntilFull();
        long allocated = AllocatedIn(1_000, rig, static () => { }, step: 10);

        await Assert.That(allocated).IsEqualTo(0);
        await Assert.That(rig.Destination.LinesMerged).IsGreaterThan(2_000);
    }

    /// <summary>
    /// What a hundred ticks allocate, each of them submitted twice: the quietest hundred, since what the runtime allocates
    /// on its own account, beside other tests, is not in each.
    /// </summary>
    private static long AllocatedIn(int ticks, DeliveryRig rig, Action between, long step = 1_000)
    {
        const int Round = 100;
        long[] rounds = new long[1 + (ticks / Round)];
        for (int tick = 0; tick < ticks + Round; tick++)
        {
            rig.Tick((ulong)tick + 1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            rig.Destination.Submit(tick + 1);
            rig.Advance(step);
            rounds[tick / Round] += GC.GetAllocatedBytesForCurrentThread() - before;
            between();
        }

        return rounds.Min();
    }

    /// <summary>Submits a tick with just these lines.</summary>
    private static void Submit(DeliveryRig rig, long stamp, params string[] lines)
    {
        WireWriter writer = rig.Destination.Writer;
        writer.Begin(stamp);
        foreach (string line in lines)
        {
            writer.Append(Encoding.ASCII.GetBytes($"{line}\n"));
        }

        writer.End();
        rig.Destination.Submit(stamp);
    }

    private static long Sum(string lines) =>
        lines.Split('\n').SkipLast(1).Sum(static line => long.Parse(line.Split(':', '|')[1]));

    /// <summary>The first of the lines <c>t0__:1|g</c>, <c>t1__:1|g</c>, … that begins at or after so many bytes.</summary>
    private static int FirstLineFrom(long bytes, int padding)
    {
        int line = 0;
        for (long start = 0; start < bytes; line++)
        {
            start += $"t{line}:1|g\n".Length + padding;
        }

        return line;
    }

    private static DeliveryRig Connected(Receiver receiver, out string label)
    {
        label = $"statsd+tcp://127.0.0.1:{receiver.Port}";
        DeliveryRig rig = new(label);
        rig.Until(() => rig.Log.Count == 1);
        receiver.Accept();
        return rig;
    }
}
