using System.Diagnostics;
using Collector.Delivery;
using Collector.Polling;
using Collector.Tests.Logging;
using Collector.Tests.Wire;
using Collector.Wire;

namespace Collector.Tests.Delivery;

/// <summary>A destination with a clock that the test sets, and the lines that it logged.</summary>
internal sealed class DeliveryRig : IDisposable
{
    private readonly PollSet _set = PollSet.Create();

    public DeliveryRig(string uri, DeliverySettings? settings = null)
    {
        if (!DestinationUri.TryParse(uri, out DestinationOptions? options, out string? error))
        {
            throw new ArgumentException(error);
        }

        Destination = Destination.Create(options, _set, LoggedLines.To(Log), settings ?? DeliverySettings.Default);
    }

    public Destination Destination { get; }

    public List<string> Log { get; } = [];

    /// <summary>Monotonic milliseconds, as the destination sees them.</summary>
    public long Now { get; set; } = 1_000_000;

    /// <summary>What the destination tells of itself.</summary>
    public DeliveryCounts Counts
    {
        get
        {
            DeliveryCounts counts = default;
            Destination.AddTo(ref counts);
            return counts;
        }
    }

    /// <summary>Whether something is under way that a moment will end.</summary>
    public bool IsConnecting => Destination.NextDeadline <= Now + 5_000;

    /// <summary>Submits a tick with the lines <c>t0 tick</c>, <c>t1 tick</c>, ….</summary>
    public void Tick(ulong tick, int lines = 1, int padding = 0)
    {
        WireWriter writer = Destination.Writer;
        writer.Begin((long)tick);
        for (int line = 0; line < lines; line++)
        {
            writer.Gauge(OneName.Of($"t{line}{new string('_', padding)}", Destination.Options.Wire), 0, tick);
        }

        writer.End();
        Destination.Submit((long)tick);
    }

    /// <summary>Does what the loop does, with real waits but the test's time, until something holds.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="step">How many of the test's milliseconds pass with each wait.</param>
    public void Until(Func<bool> condition, long step = 0)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed.TotalSeconds > 10)
            {
                throw new TimeoutException($"It never came true. Logged: {string.Join(" | ", Log)}");
            }

            Destination.Pump(Now);
            _set.Clear();
            Destination.AddTo(_set);
            _set.Wait(2_000_000);
            Now += step;
        }
    }

    /// <summary>Goes on until the system has taken nothing more for a while.</summary>
    public void UntilFull()
    {
        long taken = -1;
        int rounds = 0;
        Until(() =>
        {
            Destination.Pump(Now);
            rounds = Destination.BytesSent == taken ? rounds + 1 : 0;
            taken = Destination.BytesSent;
            return rounds > 50;
        });
    }

    /// <summary>Lets that many milliseconds pass at once.</summary>
    public void Advance(long milliseconds)
    {
        Now += milliseconds;
        Destination.Pump(Now);
    }

    public void Dispose()
    {
        Destination.Close();
        _set.Dispose();
    }
}
