using System.IO.Enumeration;
using System.Text;
using Collector.Metrics;
using Collector.Sources.Recordings;

namespace Collector.Sources.Windows.Performance;

/// <summary>Hands out the counters of one performance object that were recorded, the same in each tick.</summary>
internal sealed class ReplayedCounters : ICounterRows
{
    private readonly Sample<CounterRow> _sample = new();
    private readonly List<string> _instances = [];
    private readonly List<RawCounter?[]> _raws = [];

    private ReplayedCounters(string name, string? instances, string[] counters)
    {
        Object = name;
        Instances = instances;
        Counters = counters;
    }

    public string Object { get; }

    public string? Instances { get; }

    public string[] Counters { get; }

    public bool HasRows => Instances is not null && Instances.Contains('*');

    public ReadOnlySpan<CounterRow> Rows => _sample.Rows;

    /// <summary>What a recording has of an object; null if it has nothing.</summary>
    public static unsafe ReplayedCounters? Find(Recording recording, string name, string? instances, string[] counters)
    {
        ReplayedCounters found = new(name, instances, counters);
        if (recording.Replay<RecordedCounter>(RecordedCounters.FileName, &RecordedCounter.PassFields) is INativeSource<RecordedCounter> source)
        {
            ReadOnlySpan<RecordedCounter> rows = source.Read(out _);
            for (int row = 0; row < rows.Length; row++)
            {
                if (CounterPath.Parse(source.Name(row), out _) is CounterPath path)
                {
                    found.Add(path, rows[row].Raw);
                }
            }
        }

        return found._raws.Count > 0 ? found : null;
    }

    public uint TypeOf(int counter) => _raws.Find(raws => raws[counter] is not null)?[counter]?.Type ?? 0;

    public Fault Read()
    {
        _sample.Begin();
        for (int index = 0; index < _raws.Count; index++)
        {
            CounterRow row = _sample.Next(Encoding.UTF8.GetBytes(_instances[index]));
            for (int counter = 0; counter < Counters.Length; counter++)
            {
                if (_raws[index][counter] is RawCounter raw)
                {
                    row.Take(counter, Counters.Length, raw);
                }
            }
        }

        _sample.End();
        return Fault.None;
    }

    private void Add(CounterPath path, in RawCounter raw)
    {
        int counter = Array.FindIndex(Counters, counter => counter.Equals(path.Counter, StringComparison.OrdinalIgnoreCase));
        if (counter < 0 || !path.Object.Equals(Object, StringComparison.OrdinalIgnoreCase) || !IsWanted(path.Instances))
        {
            return;
        }

        string instance = HasRows ? path.Instances! : "";
        int place = _instances.IndexOf(instance);
        if (place < 0)
        {
            place = _instances.Count;
            _instances.Add(instance);
            _raws.Add(new RawCounter?[Counters.Length]);
        }

        _raws[place][counter] = raw;
    }

    private bool IsWanted(string? instance) => instance is null || Instances is null
        ? instance == Instances
        : FileSystemName.MatchesSimpleExpression(Instances, instance, ignoreCase: true);
}
