using Collector.Metrics;

namespace Collector.Wire;

/// <summary>Sends what collectd would send: values that are computed from a row's metrics, and from what these grew by.</summary>
internal abstract class CollectdSerializer(
    Sample sample, WireNaming naming, CollectdLine[] lines, int metrics, InstanceEscape escape = InstanceEscape.Collectd)
    : SampleSerializer(sample, naming, escape)
{
    private readonly double[] _values = new double[lines.Length];
    private CounterBaseline[] _baselines = [];
    private long _time;
    private long _since;

    protected override int LineCount => lines.Length;

    protected override int BesideInstance => lines.Max(static line => PathTemplate.BesideInstance(line.Path));

    public override void Write(WireWriter writer)
    {
        _time = writer.Time;
        _since = writer.RatesSince;
        foreach (Row row in Sample.Rows)
        {
            if (row.Sent == 0)
            {
                continue;
            }

            LineNames names = NamesOf(row);
            _baselines = names.Baselines;
            Compute(row, _values);
            for (int line = 0; line < lines.Length; line++)
            {
                // What has no value is no number: a counter that is new, or started again.
                bool isSent = (lines[line].Metrics & ~row.Sent) == 0 && Has(names.Lines, line) && double.IsFinite(_values[line]);
                if (isSent)
                {
                    writer.Gauge(names, line, _values[line], lines[line].Form);
                }
            }
        }
    }

    /// <summary>Computes the value of each line. Of metrics that are absent it may be anything.</summary>
    protected abstract void Compute(Row row, Span<double> values);

    protected override ulong MetricsOf(int line) => lines[line].Metrics;

    protected override LineNames CreateNames(string? node)
    {
        LineNames names = new(Naming, Math.Max(lines.Length, metrics), node, []);
        foreach (CollectdLine line in lines)
        {
            names.Add(Naming.Stem + line.Path.Replace("{instance}", node, StringComparison.Ordinal));
        }

        return names;
    }

    /// <summary>What a counter grew by in a second.</summary>
    protected double Rate(Row row, int metric, ulong value) =>
        double.IsFinite(Growth(row, metric, value)) ? _baselines[metric].Rate : double.NaN;

    /// <inheritdoc cref="Rate(Row, int, ulong)"/>
    protected double Rate(Row row, int metric, double value) =>
        double.IsFinite(Growth(row, metric, value)) ? _baselines[metric].Rate : double.NaN;

    /// <summary>What a counter grew by since it was there last.</summary>
    protected double Growth(Row row, int metric, ulong value) =>
        row.Has(metric) ? _baselines[metric].Grow(value, _time, _since) : double.NaN;

    /// <inheritdoc cref="Growth(Row, int, ulong)"/>
    protected double Growth(Row row, int metric, double value) =>
        row.Has(metric) ? _baselines[metric].Grow(value, _time, _since) : double.NaN;

    /// <summary>What one counter grew by for each step of another; 0 if that made none.</summary>
    protected static double Ratio(double growth, double steps) => steps == 0 ? growth * 0 : growth / steps;
}
