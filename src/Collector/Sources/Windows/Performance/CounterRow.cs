using Collector.Metrics;

namespace Collector.Sources.Windows.Performance;

/// <summary>One instance of a performance object, with the counters that are wanted of it.</summary>
internal sealed class CounterRow : Row
{
    private CounterState[] _states = [];
    private MetricValue[] _values = [];

    /// <summary>The raw numbers behind the values, for those who want to see them.</summary>
    private RawCounter[] _raws = [];

    public MetricValue this[int counter] => Has(counter) ? _values[counter] : MetricValue.None;

    public RawCounter Raw(int counter) => Has(counter) ? _raws[counter] : default;

    /// <summary>The raw numbers of a counter that was read, even if there is no value in them yet.</summary>
    public bool TryGetRaw(int counter, out RawCounter raw)
    {
        raw = counter < _raws.Length ? _raws[counter] : default;
        return raw != default;
    }

    /// <summary>Takes a counter's raw numbers.</summary>
    /// <param name="counter">Which one.</param>
    /// <param name="of">How many the row has.</param>
    /// <param name="raw">The numbers.</param>
    public void Take(int counter, int of, in RawCounter raw)
    {
        if (_states.Length < of)
        {
            _states = new CounterState[of];
            _values = new MetricValue[of];
            _raws = new RawCounter[of];
        }

        MetricValue value = _states[counter].Read(raw);
        _values[counter] = value;
        _raws[counter] = raw;
        if (value.IsPresent)
        {
            Set(counter);
        }
    }

    public bool TryGetDecimal(int counter, out double value)
    {
        value = Has(counter) ? _values[counter].Number : 0;
        return Has(counter);
    }

    /// <summary>The nearest whole number. One with a sign is none.</summary>
    public bool TryGetWhole(int counter, out ulong value)
    {
        MetricValue known = this[counter];
        value = known.IsWhole ? known.Whole : (ulong)Math.Round(Math.Max(0, known.Number));
        return known.IsPresent && (known.IsWhole || known.Number >= 0);
    }
}
