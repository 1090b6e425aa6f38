namespace Collector.Sources.Windows.Performance;

/// <summary>Some counters of one performance object, from the system or from a recording.</summary>
internal interface ICounterRows
{
    string Object { get; }

    /// <summary>The instance, or a pattern of instances; null if the object has none.</summary>
    string? Instances { get; }

    string[] Counters { get; }

    /// <summary>Whether rows come and go; otherwise there is one, which stands for the host.</summary>
    bool HasRows { get; }

    /// <summary>What the last read brought.</summary>
    ReadOnlySpan<CounterRow> Rows { get; }

    /// <summary>The type of a counter, as the last read has it; 0 before that.</summary>
    uint TypeOf(int counter);

    /// <summary>Reads the counters of this tick.</summary>
    Fault Read();
}
