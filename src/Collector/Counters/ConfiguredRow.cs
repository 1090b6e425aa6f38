using Collector.Metrics;

namespace Collector.Counters;

/// <summary>The values of one instance of a group that users add.</summary>
internal sealed class ConfiguredRow : Row
{
    private MetricValue[] _values = [];

    public MetricValue this[int metric] => _values[metric];

    /// <summary>Takes the value of a metric, if it has one.</summary>
    /// <param name="metric">Its index.</param>
    /// <param name="of">How many metrics the group has.</param>
    /// <param name="value">The value.</param>
    public void Take(int metric, int of, MetricValue value)
    {
        if (!value.IsPresent)
        {
            return;
        }

        if (_values.Length < of)
        {
            _values = new MetricValue[of];
        }

        _values[metric] = value;
        Set(metric);
    }
}
