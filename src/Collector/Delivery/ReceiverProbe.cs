using Collector.Polling;
using Collector.Scheduling;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>Asks one receiver whether it is there, and whether it really reads. It is sent nothing.</summary>
/// <param name="options">The destination; the receiver is its only one.</param>
internal sealed class ReceiverProbe(DestinationOptions options)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>How long an answer may take, in milliseconds.</summary>
    private const long Patience = 5_000;

    /// <summary>How long a refusal of a datagram takes to come back, in milliseconds.</summary>
    private const long RefusalTime = 100;

    /// <summary>Why it cannot be reached; null if it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether it has ended its side in good order after we had ended ours: then something reads there.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long Took { get; private set; }

    private static long Now => MonotonicClock.Nanoseconds / NanosecondsPerMillisecond;

    public void Run()
    {
        using PollSet set = PollSet.Create();
        long start = Now;
        Connector connector = new(options, set);
        while (connector.Pump(Now) == SocketStatus.Pending)
        {
            set.Clear();
            connector.AddTo(set);
            Wait(set, connector.Deadline);
        }

        if (connector.Error.Length > 0)
        {
            Fault = connector.Error;
        }
        else if (options.MaxPacket > 0)
        {
            using NetworkSocket socket = connector.Take();
            Fault = RefusalOf(socket);
        }
        else
        {
            AwaitEnd(connector.Take(), set);
        }

        connector.Close();
        Took = Now - start;
    }

    /// <summary>An empty datagram means nothing to carbon and statsd; where nobody listens it is refused, a moment later.</summary>
    private static string? RefusalOf(NetworkSocket socket)
    {
        for (int attempt = 0; attempt < 2; attempt++)
        {
            if (socket.SendPackets([], 0, [0], out _) == SocketStatus.Failed)
            {
                return socket.IsRefusal ? $"{SystemError.Describe(socket.Error)}: nobody listens there" : SystemError.Describe(socket.Error);
            }

            Thread.Sleep((int)RefusalTime);
        }

        return null;
    }

    private void AwaitEnd(NetworkSocket socket, PollSet set)
    {
        DrainingConnection draining = new();
        draining.Begin(socket, 0, Now + Patience);
        SocketStatus status;
        while ((status = draining.Pump(Now)) == SocketStatus.Pending && !draining.IsOverdue(Now))
        {
            set.Clear();
            draining.AddTo(set);
            Wait(set, draining.NextDeadline);
        }

        HasAnswered = status == SocketStatus.Closed;
        Fault = status == SocketStatus.Failed ? draining.Trouble : null;
        draining.Close();
    }

    private static void Wait(PollSet set, long deadline) =>
        set.Wait(Math.Clamp(deadline - Now, 1, Patience) * NanosecondsPerMillisecond);
}
