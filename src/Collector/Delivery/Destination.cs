using Collector.Logging;
using Collector.Polling;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>Where lines go. All calls come from the loop's thread, and none of them waits.</summary>
/// <param name="options">What the URI says.</param>
/// <param name="log">Takes a line for people whenever the state changes.</param>
internal abstract class Destination(DestinationOptions options, Log log)
{
    public DestinationOptions Options => options;

    /// <summary>Takes lines for people; they begin with what the destination is called.</summary>
    protected Log Log { get; } = log.For(options.Label);

    /// <summary>How long after a tick its lines leave, in milliseconds, so that a fleet does not send all at once.</summary>
    public long Phase { get; init; }

    /// <summary>Where a tick's lines are written, before <see cref="Submit"/>.</summary>
    public WireWriter Writer { get; } = options.CreateWriter();

    /// <summary>Lines handed to the system, and not taken back to be sent again.</summary>
    public virtual long LinesSent { get; protected set; }

    /// <summary>Bytes handed to the system, ever.</summary>
    public virtual long BytesSent { get; protected set; }

    /// <summary>Lines given up, ever.</summary>
    public abstract long LinesDropped { get; }

    /// <summary>
    /// Lines whose values went into a later line of their series, ever: those that were written are sent, dropped, merged, or
    /// wait.
    /// </summary>
    public virtual long LinesMerged => 0;

    /// <summary>Lines that wait to be sent.</summary>
    public abstract long LinesWaiting { get; }

    /// <summary>Lines that nobody will have if the process ends now.</summary>
    public virtual long LinesUndelivered => LinesWaiting;

    /// <summary>Lines that are not delivered, and that the next process will find on the disk.</summary>
    public virtual long LinesKept => 0;

    /// <summary>Whether nothing waits; near the end also whether nothing is in doubt.</summary>
    public virtual bool IsIdle => LinesWaiting == 0;

    /// <summary>Whether the reader is gone and will not come back.</summary>
    public virtual bool IsClosed => false;

    /// <summary>Whether the last attempt to connect failed.</summary>
    public virtual bool IsDown => false;

    /// <summary>When <see cref="Pump"/> has something to do even if nothing happens; monotonic milliseconds.</summary>
    public abstract long NextDeadline { get; }

    /// <param name="options">What the URI says.</param>
    /// <param name="set">What the loop sleeps on.</param>
    /// <param name="log">Takes a line for people whenever the state changes. Called on the loop's thread.</param>
    /// <param name="settings">What all destinations have in common.</param>
    public static Destination Create(DestinationOptions options, PollSet set, Log log, DeliverySettings settings)
    {
        long phase = (long)settings.Phase.TotalMilliseconds;
        return options.Scheme switch
        {
            DestinationScheme.Stdout or DestinationScheme.File => new StreamDestination(options, log, settings),
            _ when options.Policy == ReceiverPolicy.Hash => new RingDestination(options, set, log, settings),
            DestinationScheme.Graphite or DestinationScheme.GraphiteTls or DestinationScheme.GraphitePickle =>
                new GraphiteDestination(options, set, log, settings) { Phase = phase },
            DestinationScheme.StatsdTcp => new StatsdTcpDestination(options, set, log, settings) { Phase = phase },
            _ => new DatagramDestination(options, set, log) { Phase = phase },
        };
    }

    /// <summary>Hands over what <see cref="Writer"/> holds. What cannot be sent at once is copied; the writer is free.</summary>
    /// <param name="stamp">The tick's time stamp.</param>
    public abstract void Submit(long stamp);

    /// <summary>Goes on as far as it goes without waiting: connects, sends what waits, sees that the receiver is gone.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    public abstract void Pump(long now);

    /// <summary>The end is near: what would be tried again later is tried again at once.</summary>
    public abstract void Hasten();

    /// <summary>Adds what <see cref="Pump"/> should be called for to the next wait.</summary>
    public abstract void AddTo(PollSet set);

    /// <summary>Adds what this destination has to tell of itself.</summary>
    public virtual void AddTo(ref DeliveryCounts counts)
    {
        counts.Waiting += LinesWaiting;
        counts.Dropped += LinesDropped + Writer.Omitted;
    }

    /// <summary>The end: gives back what the system lent. What still waits is lost, and said to be.</summary>
    public abstract void Close();

    /// <summary>At the end: what is given up now.</summary>
    protected void ReportUndelivered()
    {
        if (!IsIdle)
        {
            Log.Error(LinesWaiting == 1 ? "1 line was not delivered" : $"{LinesWaiting} lines were not delivered");
        }
    }

    /// <summary><c>1 line waits</c>, <c>12 lines wait</c>.</summary>
    public static string Waiting(long lines) => lines == 1 ? "1 line waits" : $"{lines} lines wait";
}
