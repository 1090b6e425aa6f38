using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Windows.Performance;

namespace Collector.Counters;

/// <summary>Reads performance counters that users add.</summary>
internal sealed class PdhCounterReader(ConfiguredGroup group, ICounterRows set) : CounterReader<ConfiguredRow>(set)
{
    private readonly uint[] _types = new uint[group.Added.Count];
    private readonly string?[] _clashes = new string?[group.Added.Count];

    public override ulong Bound => ulong.MaxValue;

    protected override void Fill(Sample<ConfiguredRow> sample)
    {
        base.Fill(sample);
        foreach (string? clash in _clashes)
        {
            if (clash is not null)
            {
                Report(new(FaultKind.CounterTrouble, clash));
            }
        }
    }

    protected override void Assign(ConfiguredRow row, CounterRow counters)
    {
        for (int metric = 0; metric < _types.Length; metric++)
        {
            if (!counters.Has(metric))
            {
                continue;
            }

            uint type = Counters.TypeOf(metric);
            if (_types[metric] != type || group.IsUndefined(metric))
            {
                _types[metric] = type;
                _clashes[metric] = group.Define(metric, CounterType.Of(type));
            }

            if (_clashes[metric] is null)
            {
                row.Take(metric, _types.Length, group.Convert(metric, counters[metric]));
            }
        }
    }
}
