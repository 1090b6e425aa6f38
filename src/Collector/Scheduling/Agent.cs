using Collector.Delivery;
using Collector.Metrics;
using Collector.Polling;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Scheduling;

/// <summary>The loop: sleeps, reads all groups, writes a tick's lines for each destination, and sleeps again.</summary>
/// <remarks>Everything runs on the thread that calls <see cref="Run"/>. A tick in the steady state allocates nothing.</remarks>
internal sealed class Agent
{
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>By then the connections stand and everything has run that will run again.</summary>
    private const int TicksToSettle = 2;

    /// <summary>How long the last lines have to leave and be acknowledged after a stop.</summary>
    private const long FlushMilliseconds = 1_500;

    private readonly SourceContext _context;
    private readonly GroupReader[] _readers;
    private readonly GroupMonitor[] _monitors;
    private readonly Destination[] _destinations;
    private readonly GroupSerializer?[][] _serializers;
    private readonly IPolled[] _polled;
    private readonly PollSet _set;
    private readonly TickClock _clock;
    private readonly FirstSeenRamp? _ramp;
    private readonly RampMonitor? _rampMonitor;
    private readonly Action<string> _log;
    private readonly AllocationMeter _allocations = new();
    private readonly GapMonitor _gaps;
    private long _ratesSince = long.MinValue;
    private volatile bool _isStopping;

    /// <param name="readers">The groups, in the order to read them.</param>
    /// <param name="routes">Where the lines go; at least one.</param>
    /// <param name="context">What the readers share.</param>
    /// <param name="set">What to sleep on; the destinations were made with the same.</param>
    /// <param name="interval">The time between two ticks.</param>
    /// <param name="log">Takes a line for people whenever something changes.</param>
    /// <param name="polled">What else to watch while sleeping.</param>
    /// <param name="firstSeenRate">How many new series may be sent in a minute; 0 for any number.</param>
    public Agent(
        IReadOnlyList<GroupReader> readers, IReadOnlyList<Route> routes, SourceContext context, PollSet set,
        TimeSpan interval, Action<string> log, IReadOnlyList<IPolled>? polled = null, int firstSeenRate = 0)
    {
        _context = context;
        _set = set;
        _log = log;
        _clock = new(interval);
        _gaps = new(log);
        _readers = [.. readers];
        _monitors = [.. readers.Select(reader => new GroupMonitor(reader, log))];
        _destinations = [.. routes.Select(route => route.Destination)];
        _serializers = [.. routes.Select(route => _readers.Select(reader => reader.CreateSerializer(route.Naming)).ToArray())];
        _polled = [.. polled ?? []];
        if (firstSeenRate > 0)
        {
            _ramp = new(firstSeenRate, interval);
            _rampMonitor = new(_ramp, log);
            foreach (GroupSerializer serializer in _serializers.SelectMany(static group => group).OfType<GroupSerializer>())
            {
                serializer.Ramp = _ramp;
            }
        }
    }

    /// <summary>What to do when every group was read for the first time.</summary>
    public Action? AfterFirstTick { get; init; }

    /// <summary>How many ticks there have been.</summary>
    public long Ticks { get; private set; }

    /// <summary>Works until told to stop; then sends what waits, for a second and a half at most, and closes the destinations.</summary>
    public AgentEnd Run()
    {
        while (!_isStopping)
        {
            Pump(MonotonicClock.Nanoseconds);
            if (Array.TrueForAll(_destinations, static destination => destination.IsClosed))
            {
                break;
            }

            MonotonicClock.Read(out long wall, out long now);
            long? stamp = _clock.Next(wall, now);
            _gaps.Report(_clock, stamp is not null, now);
            if (stamp is not null)
            {
                Tick(stamp.Value, now);
                if (Ticks == TicksToSettle)
                {
                    StartMemory.GiveBack();
                }
            }

            Sleep(_clock.NextWake);
        }

        Flush();
        return _isStopping ? AgentEnd.Stopped : AgentEnd.OutputClosed;
    }

    /// <summary>Ends <see cref="Run"/>. Safe from any thread.</summary>
    public void Stop()
    {
        _isStopping = true;
        _set.Wake();
    }

    private void Tick(long stamp, long start)
    {
        Ticks++;
        TakeGap(start);
        _context.BeginTick();
        foreach (GroupMonitor monitor in _monitors)
        {
            monitor.Read();
        }

        _ramp?.BeginTick(start);
        for (int index = 0; index < _destinations.Length; index++)
        {
            Write(_destinations[index], _serializers[index], stamp, start);
        }

        _rampMonitor?.Report();
        UpdateSelf(start);
        if (Ticks == 1)
        {
            AfterFirstTick?.Invoke();
        }
    }

    /// <summary>What lies before this tick is told by its own values.</summary>
    private void TakeGap(long start)
    {
        TickGap gap = _clock.Gap;
        if (gap.IsHole)
        {
            _ratesSince = start;
        }

        ref SelfCounters self = ref _context.Self;
        self.MissedTicks = (ulong)_gaps.MissedTicks;
        self.GapSeconds = gap.Nanoseconds / NanosecondsPerSecond;
    }

    private void Write(Destination destination, GroupSerializer?[] serializers, long stamp, long time)
    {
        WireWriter writer = destination.Writer;
        writer.Begin(stamp, time, _ratesSince);
        for (int group = 0; group < serializers.Length; group++)
        {
            if (!_monitors[group].HasSample)
            {
                continue;
            }

            try
            {
                serializers[group]?.Write(writer);
            }
            catch (Exception error)
            {
                _monitors[group].Fail(error);
            }
        }

        writer.End();
        destination.Submit(stamp);
    }

    private void UpdateSelf(long start)
    {
        ulong failed = 0;
        foreach (GroupMonitor monitor in _monitors)
        {
            monitor.Report();
            failed += monitor.IsFailed ? 1u : 0u;
        }

        long lines = 0;
        long bytes = 0;
        DeliveryCounts counts = default;
        foreach (Destination destination in _destinations)
        {
            lines += destination.Writer.TotalLines;
            bytes += destination.Writer.TotalBytes;
            destination.AddTo(ref counts);
        }

        ref SelfCounters self = ref _context.Self;
        self.Lines = (ulong)lines;
        self.Bytes = (ulong)bytes;
        self.Dropped = (ulong)counts.Dropped;
        self.Waiting = (ulong)counts.Waiting;
        self.WaitingSeconds = counts.WaitingSeconds;
        self.SpooledBytes = (ulong)counts.SpooledBytes;
        self.AcknowledgedLag = counts.AcknowledgedLag;
        self.Resent = (ulong)counts.Resent;
        self.Reconnects = (ulong)counts.Reconnects;
        self.LastError = (ulong)counts.LastError;
        self.FailedGroups = failed;
        self.AllocatedBytes = _allocations.Take();
        self.TickSeconds = (MonotonicClock.Nanoseconds - start) / NanosecondsPerSecond;
    }

    private void Pump(long now)
    {
        foreach (Destination destination in _destinations)
        {
            destination.Pump(now / NanosecondsPerMillisecond);
        }
    }

    /// <summary>Sleeps until then, or until something happens or is due before.</summary>
    private void Sleep(long deadline)
    {
        _set.Clear();
        foreach (Destination destination in _destinations)
        {
            destination.AddTo(_set);
            long due = destination.NextDeadline;
            deadline = due >= deadline / NanosecondsPerMillisecond ? deadline : due * NanosecondsPerMillisecond;
        }

        foreach (IPolled polled in _polled)
        {
            polled.AddTo(_set);
        }

        _set.Wait(deadline - MonotonicClock.Nanoseconds);
        foreach (IPolled polled in _polled)
        {
            polled.AfterWait(_set);
        }
    }

    private void Flush()
    {
        foreach (Destination destination in _destinations)
        {
            destination.Hasten();
        }

        long deadline = MonotonicClock.Nanoseconds + (FlushMilliseconds * NanosecondsPerMillisecond);
        for (long now = MonotonicClock.Nanoseconds; now < deadline; now = MonotonicClock.Nanoseconds)
        {
            Pump(now);
            if (Array.TrueForAll(_destinations, static destination => destination.IsIdle || destination.IsClosed))
            {
                break;
            }

            Sleep(deadline);
        }

        foreach (Destination destination in _destinations)
        {
            destination.Close();
        }
    }
}
