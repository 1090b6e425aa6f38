using Collector.Metrics;

namespace Collector.Sources.Windows.Performance;

/// <summary>Makes a counter's value from its raw numbers, and keeps of the last ones what the next value needs.</summary>
internal struct CounterState
{
    private const double Percent = 100;

    private WrappingCounter _wrap;
    private RawCounter _last;
    private double _total;
    private bool _isKnown;

    /// <summary>The value in the type's own unit; none if it takes another read, or if nothing was done since the last.</summary>
    public MetricValue Read(in RawCounter raw)
    {
        CounterType type = CounterType.Of(raw.Type);
        MetricValue value = type.Meaning switch
        {
            CounterMeaning.Level => Level(raw),
            CounterMeaning.Total => MetricValue.Of(Extended(raw)),
            CounterMeaning.Time when type.IsInverse => MetricValue.Of(Busy(raw)),
            CounterMeaning.Time => Seconds(Extended(raw), raw.Frequency),
            CounterMeaning.Elapsed => raw.Second >= raw.Value ? Seconds(raw.Second - raw.Value, raw.Frequency) : MetricValue.None,
            CounterMeaning.Fraction => MetricValue.Of(Arithmetic.Percent(raw.Value, raw.Second)),
            CounterMeaning.Average => Average(raw, 1),
            CounterMeaning.AverageTime => Average(raw, 1.0 / Math.Max(1, raw.Frequency)),
            CounterMeaning.SampleFraction => Average(raw, Percent),
            _ => MetricValue.None,
        };
        _last = raw;
        _isKnown = true;
        return value;
    }

    /// <summary>Levels of 64 bits have a sign, as PDH sees them; those of 32 bits are often bytes beyond 2 GiB.</summary>
    private static MetricValue Level(in RawCounter raw) =>
        (long)raw.Value < 0 && CounterType.IsLarge(raw.Type) ? MetricValue.Of((double)(long)raw.Value) : MetricValue.Of(raw.Value);

    private static MetricValue Seconds(ulong ticks, ulong frequency) => MetricValue.Of(ticks / (double)Math.Max(1, frequency));

    private ulong Extended(in RawCounter raw) => CounterType.IsLarge(raw.Type) ? raw.Value : _wrap.Extend(raw.Value);

    /// <summary>What passed on the clock less what was idle of it, from the first read on.</summary>
    private double Busy(in RawCounter raw)
    {
        if (_isKnown && raw.Second > _last.Second && raw.Value >= _last.Value)
        {
            double passed = (double)(raw.Second - _last.Second) * raw.Multi;
            double idle = raw.Value - _last.Value;
            _total += Math.Max(0, passed - idle) / Math.Max(1, raw.Frequency);
        }

        return _total;
    }

    private readonly MetricValue Average(in RawCounter raw, double factor)
    {
        ulong part = raw.Value - _last.Value;
        if (!CounterType.IsLarge(raw.Type))
        {
            part = (uint)part;
        }

        // All bases of averages have 32 bits.
        uint whole = (uint)(raw.Second - _last.Second);
        bool isStep = _isKnown && whole is > 0 and <= int.MaxValue && (long)part >= 0;
        return isStep ? MetricValue.Of(factor * part / whole) : MetricValue.None;
    }
}
