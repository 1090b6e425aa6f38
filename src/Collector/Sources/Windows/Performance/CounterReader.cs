using Collector.Metrics;
using Collector.Sources.Recordings;

namespace Collector.Sources.Windows.Performance;

/// <summary>Reads performance counters into a group's sample. One generated class a source.</summary>
internal abstract class CounterReader<TRow>(ICounterRows counters) : SourceReader<TRow>
    where TRow : Row, new()
{
    /// <summary>Sums over all instances stand among them, under the names that providers are used to give them.</summary>
    private static readonly string[] s_sums = ["_Total", "_Total/*", "__Total__", "_Global_"];

    protected ICounterRows Counters => counters;

    public override string[] DefaultExclude => counters.HasRows ? s_sums : [];

    public override void Record(Sample<TRow> sample, Recorder recorder) => recorder.Counters.Add(counters);

    protected override void Fill(Sample<TRow> sample)
    {
        Report(counters.Read());
        foreach (CounterRow source in counters.Rows)
        {
            if (!counters.HasRows)
            {
                Assign(sample.Rows[0], source);
                continue;
            }

            if (!sample.TryNext(source.Instance.Key, out TRow row))
            {
                row = sample.Add(source.Instance.Key, source.Instance.Name);
            }

            if (row.Wanted != 0)
            {
                Assign(row, source);
            }
        }
    }

    /// <summary>Puts the counters that have a value into a row.</summary>
    protected abstract void Assign(TRow row, CounterRow counters);
}
