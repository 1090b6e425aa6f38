using Collector.Delivery;
using Collector.Polling;
using Collector.Service;
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

    private const long FlushMilliseconds = 1_500;

    private readonly AgentSetup _setup;
    private readonly GroupMonitor[] _monitors;
    private readonly Outlet[] _outlets;
    private readonly IPolled[] _polled;
    private readonly HostNaming _naming;
    private readonly TickClock _clock;
    private readonly FirstSeenRamp? _ramp;
    private readonly RampMonitor? _rampMonitor;
    private readonly AllocationMeter _allocations = new();
    private readonly GapMonitor _gaps;
    private long _ratesSince = long.MinValue;

    public Agent(AgentSetup setup)
    {
        _setup = setup;
        _clock = setup.Clock;
        _gaps = new(setup.Log);
        _monitors = [.. setup.Readers.Select(reader => new GroupMonitor(reader, setup.Log))];
        if (setup.FirstSeenRate > 0)
        {
            _ramp = new(setup.FirstSeenRate, _clock.Interval);
            _rampMonitor = new(_ramp, setup.Log);
        }

        _outlets = [.. setup.Routes.Select(route => new Outlet(route, setup.Readers, _ramp))];
        TakeOver(setup.Before);
        _polled = setup.Identity is null ? [.. setup.Polled] : [.. setup.Polled, setup.Identity];
        _naming = new(_outlets, setup.Identity, setup.HeldBytes, setup.Log);
        _naming.Begin(MonotonicClock.Nanoseconds / NanosecondsPerMillisecond);
    }

    /// <summary>How long the last lines have to leave and be acknowledged after a stop.</summary>
    public static TimeSpan LongestClose { get; } = TimeSpan.FromMilliseconds(FlushMilliseconds);

    /// <summary>How many ticks there have been.</summary>
    public long Ticks { get; private set; }

    /// <summary>How many lines wait for this host's name.</summary>
    public long LinesHeld => _outlets.Sum(static outlet => outlet.LinesHeld);

    /// <summary>How many lines waited for it and found no room, ever.</summary>
    public long LinesHeldDropped => _outlets.Sum(static outlet => outlet.LinesHeldDropped);

    /// <summary>Works until told to stop, or to read the configuration again. It may be called again after that.</summary>
    public AgentEnd Run()
    {
        RunControl control = _setup.Control;
        while (!control.IsStopping && !control.MustReload)
        {
            Pump(MonotonicClock.Nanoseconds);
            if (Array.TrueForAll(_outlets, static outlet => outlet.Destination.IsClosed))
            {
                return AgentEnd.OutputClosed;
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

            Beat(now);
            Sleep(_clock.NextWake);
        }

        return control.IsStopping ? AgentEnd.Stopped : AgentEnd.MustReload;
    }

    /// <summary>Sends what waits for some of the destinations, for a second and a half at most, and closes them.</summary>
    public void Close(IReadOnlyList<Destination> destinations)
    {
        foreach (Destination destination in destinations)
        {
            destination.Hasten();
        }

        long deadline = MonotonicClock.Nanoseconds + (FlushMilliseconds * NanosecondsPerMillisecond);
        for (long now = MonotonicClock.Nanoseconds; now < deadline; now = MonotonicClock.Nanoseconds)
        {
            Pump(now);
            if (destinations.All(static destination => destination.IsIdle || destination.IsClosed))
            {
                break;
            }

            Sleep(deadline);
        }

        foreach (Destination destination in destinations)
        {
            destination.Close();
        }
    }

    private void TakeOver(Agent? before)
    {
        foreach (Outlet outlet in _outlets)
        {
            if (before is not null && Array.Find(before._outlets, each => each.Destination == outlet.Destination) is Outlet other)
            {
                outlet.TakeOver(other);
            }
        }
    }

    private void Tick(long stamp, long start)
    {
        Ticks++;
        TakeGap(start);
        _naming.Update(start / NanosecondsPerMillisecond);
        _setup.Context.BeginTick();
        foreach (GroupMonitor monitor in _monitors)
        {
            monitor.Read();
        }

        _ramp?.BeginTick(start);
        foreach (Outlet outlet in _outlets)
        {
            outlet.Write(_monitors, stamp, start, _ratesSince);
        }

        _rampMonitor?.Report();
        _setup.Log.ReportRepeats(start);
        UpdateSelf(start);
        if (Ticks == 1)
        {
            _setup.AfterFirstTick?.Invoke();
            _setup.Supervisor.Ready();
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

        ref SelfCounters self = ref _setup.Context.Self;
        self.MissedTicks = (ulong)_gaps.MissedTicks;
        self.GapSeconds = gap.Nanoseconds / NanosecondsPerSecond;
    }

    private void UpdateSelf(long start)
    {
        foreach (GroupMonitor monitor in _monitors)
        {
            monitor.Report();
        }

        long lines = 0;
        long bytes = 0;
        DeliveryCounts counts = default;
        foreach (Outlet outlet in _outlets)
        {
            lines += outlet.Destination.Writer.TotalLines;
            bytes += outlet.Destination.Writer.TotalBytes;
            outlet.Destination.AddTo(ref counts);
            counts.Waiting += outlet.LinesHeld;
            counts.Dropped += outlet.LinesHeldDropped;
        }

        ref SelfCounters self = ref _setup.Context.Self;
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
        self.FailedGroups = (ulong)FailedGroups();
        self.AllocatedBytes = _allocations.Take();
        self.TickSeconds = (MonotonicClock.Nanoseconds - start) / NanosecondsPerSecond;
    }

    private int FailedGroups()
    {
        int failed = 0;
        foreach (GroupMonitor monitor in _monitors)
        {
            failed += monitor.IsFailed ? 1 : 0;
        }

        return failed;
    }

    private void Pump(long now)
    {
        foreach (Outlet outlet in _outlets)
        {
            outlet.Destination.Pump(now / NanosecondsPerMillisecond);
        }
    }

    /// <summary>Tells the supervisor how it goes, if it wants to hear that now.</summary>
    private void Beat(long now)
    {
        if (now < _setup.Supervisor.NextBeat)
        {
            return;
        }

        RunStatus status = new() { Ticks = Ticks, FailedGroups = FailedGroups() };
        foreach (Outlet outlet in _outlets)
        {
            Destination destination = outlet.Destination;
            status = status with
            {
                LinesSent = status.LinesSent + destination.LinesSent,
                LinesWaiting = status.LinesWaiting + destination.LinesWaiting + outlet.LinesHeld,
                LinesDropped = status.LinesDropped + destination.LinesDropped + outlet.LinesHeldDropped,
            };
        }

        _setup.Supervisor.Beat(now, status);
    }

    /// <summary>Sleeps until then, or until something happens or is due before.</summary>
    private void Sleep(long deadline)
    {
        PollSet set = _setup.Set;
        set.Clear();
        deadline = Math.Min(deadline, _setup.Supervisor.NextBeat);
        foreach (Outlet outlet in _outlets)
        {
            outlet.Destination.AddTo(set);
            long due = outlet.Destination.NextDeadline;
            deadline = due >= deadline / NanosecondsPerMillisecond ? deadline : due * NanosecondsPerMillisecond;
        }

        foreach (IPolled polled in _polled)
        {
            polled.AddTo(set);
        }

        set.Wait(deadline - MonotonicClock.Nanoseconds);
        foreach (IPolled polled in _polled)
        {
            polled.AfterWait(set);
        }
    }
}
