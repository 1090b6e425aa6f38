namespace Collector.Sources.Windows.Performance;

/// <summary>Says what is wrong with a set of counters. The sentence is made once, and stays while the same is wrong.</summary>
internal sealed class CounterComplaint(CounterSet set, PerformanceCounters shared)
{
    private const string Subject = "RegQueryValueExW(HKEY_PERFORMANCE_DATA)";
    private const string Rebuild = "lodctr /R (as administrator)";
    private const int MostNames = 8;

    private (CounterTrouble Trouble, ulong Missing, ulong Unusable, int Error) _known;
    private Fault _fault;

    public CounterTrouble Trouble { get; set; }

    /// <summary>The counters that the object does not have: bit n for counter n.</summary>
    public ulong Missing { get; set; }

    /// <summary>The counters whose type cannot be sent.</summary>
    public ulong Unusable { get; set; }

    /// <summary>Whether the registry has nothing to say of the object.</summary>
    public bool IsOfObject => Trouble is CounterTrouble.UnknownObject or CounterTrouble.SilentObject
        or CounterTrouble.Unreadable or CounterTrouble.Damaged;

    /// <summary>Whether something is there that does not work; otherwise this host just lacks it.</summary>
    private bool IsBroken => Trouble is CounterTrouble.Damaged or CounterTrouble.Torn
        || (Trouble == CounterTrouble.None && Missing == 0);

    /// <summary>Whether the same was wrong in the last read.</summary>
    public bool IsKnown => _known.Trouble == Trouble;

    public bool Lacks(int counter) => (((Missing | Unusable) >> counter) & 1) != 0;

    public void Begin()
    {
        Trouble = CounterTrouble.None;
        Missing = 0;
        Unusable = 0;
    }

    public Fault End()
    {
        int error = Trouble == CounterTrouble.Unreadable ? shared.Error : 0;
        if (_known != (Trouble, Missing, Unusable, error))
        {
            _known = (Trouble, Missing, Unusable, error);
            _fault = Trouble == CounterTrouble.Unreadable ? new(FaultKind.CallFailed, Subject, error)
                : Sentence() is string sentence ? new(IsBroken ? FaultKind.CounterTrouble : FaultKind.NotHere, sentence)
                : Fault.None;
        }

        return _fault;
    }

    private string? Sentence() => Trouble switch
    {
        CounterTrouble.UnknownObject when shared.Names.IsEmpty =>
            $"the names of this host's performance counters cannot be read; rebuild them: {Rebuild}",
        CounterTrouble.UnknownObject =>
            $"there is no object '{set.Object}' among this host's performance counters; {Nearest(set.Object)}" +
            $" it should be there, rebuild the counters: {Rebuild}",
        CounterTrouble.SilentObject =>
            $"the performance object '{set.Object}' is known and nothing provides its counters now: if what it counts " +
            $"is installed and runs, rebuild the counters: {Rebuild}",
        CounterTrouble.Damaged => "the performance data of this host makes no sense; " +
            $"a provider is broken: rebuild the counters: {Rebuild}",
        CounterTrouble.NeedsInstance => $"the performance object '{set.Object}' has instances: write '{set.Object}(*)' or name one",
        CounterTrouble.HasNoInstances => $"the performance object '{set.Object}' has no instances: leave '({set.Instances})' out",
        CounterTrouble.NoInstance => $"the performance object '{set.Object}' has no instance '{set.Instances}' now; {Instances()}",
        CounterTrouble.Torn => $"the provider of the performance object '{set.Object}' is broken: " +
            $"its list of instances ends after {set.Rows.Length}",
        _ when Missing != 0 => MissingCounter(),
        _ when Unusable != 0 => UnusableCounter(),
        _ => null,
    };

    private string MissingCounter()
    {
        string counter = First(Missing);
        return $"there is no counter '{counter}' in the performance object '{set.Object}'; " +
            Collector.Nearest.Hint(counter, set.CounterNames());
    }

    private string UnusableCounter()
    {
        int counter = System.Numerics.BitOperations.TrailingZeroCount(Unusable);
        return $"counter '{set.Counters[counter]}' of the performance object '{set.Object}' is of the type " +
            $"{CounterType.NameOf(set.TypeOf(counter))}, which has no value of its own; choose another counter";
    }

    private string First(ulong counters) => set.Counters[System.Numerics.BitOperations.TrailingZeroCount(counters)];

    /// <summary>A table has ten thousand names and more, so only those of about the same length are compared.</summary>
    private string Nearest(string name)
    {
        IEnumerable<string> near = shared.Names.NamesOf(null).Where(known => Math.Abs(known.Length - name.Length) <= (name.Length / 3) + 1);
        return Collector.Nearest.To(name, near) is string nearest ? $"did you mean '{nearest}'? If" : "if";
    }

    private string Instances()
    {
        List<string> names = set.InstanceNames();
        string all = string.Join(", ", names.Take(MostNames));
        return names.Count == 0 ? "it has none" : names.Count > MostNames ? $"there are {all}, …" : $"there are {all}";
    }
}
