namespace Collector.Sources.Windows.Performance;

/// <summary>The registry's view of performance counters.</summary>
internal interface ICounterRegistry
{
    /// <summary>What the last query brought; empty if it failed.</summary>
    ReadOnlySpan<byte> Data { get; }

    /// <summary>Reads the numbers of some objects.</summary>
    /// <param name="titles">The objects' numbers, with blanks between them.</param>
    /// <returns>The system's error code; 0 if there was none.</returns>
    int Query(string titles);

    /// <summary>Reads the English names of all objects and counters.</summary>
    CounterNameTable ReadNames();
}
