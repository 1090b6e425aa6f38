namespace Collector.Sources.Windows.Performance;

/// <summary>The second way to performance counters: a query that the system keeps.</summary>
internal interface ICounterQuery
{
    /// <summary>Which of the set's counters it has: bit n for counter n.</summary>
    ulong Known { get; }

    /// <summary>Reads the counters and gives the set its rows.</summary>
    /// <returns>False if nothing could be read.</returns>
    bool Read(CounterSet set);

    void Close();
}
