namespace Collector.Sources.Windows.Performance;

/// <summary>The performance counters of a recording that is being made: those of all sets, each under its path.</summary>
internal sealed class RecordedCounters : INativeSource<RecordedCounter>
{
    /// <summary>What the file of them is called.</summary>
    public const string FileName = "PerformanceCounters";

    private readonly List<string> _paths = [];
    private RecordedCounter[] _rows = [];

    public bool IsEmpty => _paths.Count == 0;

    /// <summary>Takes what a set has read.</summary>
    public void Add(ICounterRows set)
    {
        foreach (CounterRow row in set.Rows)
        {
            string? instance = set.HasRows ? row.Instance.Name : set.Instances;
            for (int counter = 0; counter < set.Counters.Length; counter++)
            {
                if (row.TryGetRaw(counter, out RawCounter raw))
                {
                    Add(new CounterPath(set.Object, instance, set.Counters[counter]).Text, raw);
                }
            }
        }
    }

    public RawCounter? Find(string path) => _paths.IndexOf(path) is >= 0 and int place ? _rows[place].Raw : null;

    public ReadOnlySpan<RecordedCounter> Read(out Fault fault)
    {
        fault = Fault.None;
        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => _paths[row];

    private void Add(string path, in RawCounter raw)
    {
        if (!_paths.Contains(path))
        {
            _paths.Add(path);
            _rows = [.. _rows, new RecordedCounter(raw)];
        }
    }
}
