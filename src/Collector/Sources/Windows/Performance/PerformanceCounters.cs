namespace Collector.Sources.Windows.Performance;

/// <summary>What all readers of performance counters share: the registry is asked once a tick for all objects together.</summary>
/// <param name="context">Counts the ticks.</param>
/// <param name="registry">The first way to the counters.</param>
/// <param name="openQuery">The second way, for a set that the registry does not have; null if that has none either.</param>
internal sealed class PerformanceCounters(
    SourceContext context, ICounterRegistry registry, Func<CounterSet, ICounterQuery?> openQuery)
{
    /// <summary>What somebody has mended or installed is found after a minute, or later if it was missing for long: names cost milliseconds to read.</summary>
    private const long ShortestPause = 60_000;

    private const long LongestPause = 3_600_000;

    private readonly List<CounterSet> _sets = [];
    private CounterNameTable? _names;
    private string? _query;
    private long _tick = -1;
    private long _nextLook;
    private long _pause = ShortestPause / 2;

    /// <summary>What tells the time; tests have a clock of their own.</summary>
    public Func<long> Milliseconds { get; init; } = static () => Environment.TickCount64;

    /// <summary>The names as they are now; the same for all who ask in a tick.</summary>
    public CounterNameTable Names => _names ??= registry.ReadNames();

    /// <summary>Whether what was not found is looked for again in this tick.</summary>
    public bool IsLookDue { get; private set; }

    /// <summary>What the registry says in this tick.</summary>
    public ReadOnlySpan<byte> Data => registry.Data;

    /// <summary>The system's error code, if it says nothing.</summary>
    public int Error { get; private set; }

    /// <summary>The counters of this system, for those who read by a context.</summary>
    public static PerformanceCounters Of(SourceContext context) => context.Shared(static context =>
        OperatingSystem.IsWindows()
            ? new PerformanceCounters(context, new CounterRegistry(), PdhQuery.Open)
            : throw new PlatformNotSupportedException());

    public void Add(CounterSet set) => _sets.Add(set);

    public ICounterQuery? OpenQuery(CounterSet set) => openQuery(set);

    /// <summary>Reads all objects, if that was not done in this tick.</summary>
    public void Read()
    {
        if (_tick == context.Tick)
        {
            return;
        }

        _tick = context.Tick;
        _names = null;
        long now = Milliseconds();
        IsLookDue = now >= _nextLook;
        if (IsLookDue)
        {
            _pause = _sets.TrueForAll(static set => set.IsComplete) ? ShortestPause : Math.Min(2 * _pause, LongestPause);
            _nextLook = now + _pause;
        }

        foreach (CounterSet set in _sets)
        {
            if (set.IsNew || (IsLookDue && !set.IsComplete))
            {
                set.LookUp(Names);
                _query = null;
            }
        }

        _query ??= string.Join(' ', _sets.SelectMany(static set => set.Titles).Distinct());
        Error = _query.Length == 0 ? 0 : registry.Query(_query);
    }
}
