using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Collector.Metrics;

namespace Collector.Sources.Windows.Performance;

/// <summary>Some counters of one performance object, of one instance or of many.</summary>
internal sealed class CounterSet : ICounterRows
{
    private readonly PerformanceCounters _shared;
    private readonly CounterComplaint _complaint;
    private readonly InstanceNames _names = new();
    private readonly Sample<CounterRow> _sample = new();
    private readonly uint[][] _counterTitles;
    private readonly CounterDefinition[] _definitions;
    private ICounterQuery? _query;

    /// <param name="shared">What all sets share.</param>
    /// <param name="name">The object, as it is called in English.</param>
    /// <param name="instances">The instance, or a pattern such as <c>*</c>; null if the object has none.</param>
    /// <param name="counters">The counters; at most 64.</param>
    public CounterSet(PerformanceCounters shared, string name, string? instances, params string[] counters)
    {
        _shared = shared;
        Object = name;
        Instances = instances is not null && instances.EndsWith("#0", StringComparison.Ordinal) ? instances[..^2] : instances;
        Counters = counters;
        _counterTitles = [.. counters.Select(static _ => Array.Empty<uint>())];
        _definitions = new CounterDefinition[counters.Length];
        _complaint = new(this, shared);
        shared.Add(this);
    }

    public string Object { get; }

    public string? Instances { get; }

    public string[] Counters { get; }

    /// <summary>Whether rows come and go; otherwise there is one, which stands for the host.</summary>
    public bool HasRows => Instances is not null && Instances.Contains('*');

    /// <summary>The numbers that the object's name has.</summary>
    public uint[] Titles { get; private set; } = [];

    public bool IsNew { get; private set; } = true;

    /// <summary>Whether the last read found the object with all its counters.</summary>
    public bool IsComplete { get; private set; }

    public ReadOnlySpan<CounterRow> Rows => _sample.Rows;

    /// <summary>The type of a counter, as the last read has it; 0 before that.</summary>
    public uint TypeOf(int counter) => _definitions[counter].Type;

    /// <summary>Looks up what its names are in numbers.</summary>
    public void LookUp(CounterNameTable names)
    {
        IsNew = false;
        Titles = names.TitlesOf(Object);
        for (int counter = 0; counter < Counters.Length; counter++)
        {
            _counterTitles[counter] = Titles.Length == 0 ? [] : names.TitlesOf(Counters[counter]);
        }
    }

    /// <summary>Reads the counters of this tick. What is missing is said, and costs nothing else its value.</summary>
    public Fault Read()
    {
        _shared.Read();
        _sample.Begin();
        _complaint.Begin();
        ReadRegistry();
        if (!_complaint.IsOfObject)
        {
            _query?.Close();
            _query = null;
        }
        else if (TryReadQuery(out ulong unknown))
        {
            _complaint.Begin();
            _complaint.Missing |= unknown;
        }

        _sample.End();
        IsComplete = _query is null && !_complaint.IsOfObject && _complaint.Missing == 0;
        return _complaint.End();
    }

    /// <summary>Takes an instance into this tick, if it is one of those that are wanted.</summary>
    public CounterRow? Next(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !IsWanted(name))
        {
            return null;
        }

        ReadOnlySpan<byte> key = HasRows ? MemoryMarshal.AsBytes(name) : default;
        return _sample.TryNext(key, out CounterRow row) ? row : _sample.Add(key, HasRows ? name.ToString() : "");
    }

    /// <summary>Takes the row of the host, or of the one instance that is named.</summary>
    public CounterRow Next() => _sample.Next(default);

    /// <summary>A row of this tick; nearly always the one that is looked at first.</summary>
    public CounterRow? Find(ReadOnlySpan<char> name, int hint)
    {
        ReadOnlySpan<byte> key = MemoryMarshal.AsBytes(name);
        if (hint < Rows.Length && Rows[hint].Instance.Key.SequenceEqual(key))
        {
            return Rows[hint];
        }

        foreach (CounterRow row in Rows)
        {
            if (row.Instance.Key.SequenceEqual(key))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Takes a counter's type from a query: the registry tells it with the rows.</summary>
    public void Define(int counter, uint type) => _definitions[counter] = new(0, type, -1);

    /// <summary>The names of the instances of this tick, wanted or not.</summary>
    public List<string> InstanceNames()
    {
        List<string> names = [];
        if (PerformanceBlock.TryParse(_shared.Data, out PerformanceBlock block) && block.TryFind(Titles, out PerformanceObject found))
        {
            _names.Begin();
            InstanceReader instances = found.Instances;
            while (instances.Next())
            {
                names.Add(_names.Next(block, instances).ToString());
            }
        }

        return names;
    }

    /// <summary>The names of the object's counters.</summary>
    public IEnumerable<string> CounterNames()
    {
        HashSet<uint> titles = [];
        if (PerformanceBlock.TryParse(_shared.Data, out PerformanceBlock block) && block.TryFind(Titles, out PerformanceObject found))
        {
            CounterDefinitionReader counters = found.Counters;
            while (counters.Next())
            {
                titles.Add(counters.Current.Title);
            }
        }

        return _shared.Names.NamesOf(titles);
    }

    private bool IsWanted(ReadOnlySpan<char> name) => HasRows
        ? Instances == "*" || FileSystemName.MatchesSimpleExpression(Instances, name, ignoreCase: true)
        : name.Equals(Instances, StringComparison.OrdinalIgnoreCase);

    private void ReadRegistry()
    {
        if (Titles.Length == 0)
        {
            _complaint.Trouble = CounterTrouble.UnknownObject;
        }
        else if (_shared.Error != 0)
        {
            _complaint.Trouble = CounterTrouble.Unreadable;
        }
        else if (!PerformanceBlock.TryParse(_shared.Data, out PerformanceBlock block))
        {
            _complaint.Trouble = CounterTrouble.Damaged;
        }
        else if (!block.TryFind(Titles, out PerformanceObject found))
        {
            _complaint.Trouble = CounterTrouble.SilentObject;
        }
        else if (found.HasInstances != Instances is not null)
        {
            _complaint.Trouble = found.HasInstances ? CounterTrouble.NeedsInstance : CounterTrouble.HasNoInstances;
        }
        else
        {
            FindCounters(found);
            ReadRows(block, found);
        }
    }

    private void FindCounters(in PerformanceObject found)
    {
        for (int counter = 0; counter < Counters.Length; counter++)
        {
            ulong bit = 1ul << counter;
            if (!found.TryFindCounter(_counterTitles[counter], out _definitions[counter]))
            {
                _complaint.Missing |= bit;
            }
            else if (CounterType.Of(_definitions[counter].Type).Meaning == CounterMeaning.None)
            {
                _complaint.Unusable |= bit;
            }
        }
    }

    private void ReadRows(in PerformanceBlock block, in PerformanceObject found)
    {
        if (!found.HasInstances)
        {
            Take(Next(), found.Block, found.Times);
            return;
        }

        _names.Begin();
        InstanceReader instances = found.Instances;
        while (instances.Next())
        {
            if (Next(_names.Next(block, instances)) is CounterRow row)
            {
                Take(row, instances.Block, found.Times);
            }
        }

        if (instances.IsTorn)
        {
            _complaint.Trouble = CounterTrouble.Torn;
        }
        else if (!HasRows && Rows.IsEmpty)
        {
            _complaint.Trouble = CounterTrouble.NoInstance;
        }
    }

    private void Take(CounterRow row, ReadOnlySpan<byte> block, in CounterTimes times)
    {
        for (int counter = 0; counter < _definitions.Length; counter++)
        {
            if (!_complaint.Lacks(counter) && _definitions[counter].TryRead(block, times, out RawCounter raw))
            {
                row.Take(counter, Counters.Length, raw);
            }
        }
    }

    private bool TryReadQuery(out ulong unknown)
    {
        if (_query is null && (_shared.IsLookDue || !_complaint.IsKnown))
        {
            _query = _shared.OpenQuery(this);
        }

        ulong all = ulong.MaxValue >> (64 - Counters.Length);
        unknown = all & ~(_query?.Known ?? 0);
        return _query is not null && _query.Read(this);
    }
}
