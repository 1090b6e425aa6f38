using Collector.Sources;
using Collector.Sources.Recordings;
using Collector.Wire;

namespace Collector.Metrics;

/// <summary>Reads one group on one platform and keeps the sample. One generated class a group.</summary>
internal abstract class GroupReader
{
    public abstract MetricGroup Group { get; }

    /// <summary>What went wrong in the last read; <see cref="Fault.None"/> if nothing did.</summary>
    public Fault Fault { get; protected set; }

    /// <summary>How many rows the last read brought.</summary>
    public abstract int RowCount { get; }

    /// <summary>Reads the group once. A fault leaves out the values that it concerns and nothing else.</summary>
    public abstract void Read();

    /// <summary>Keeps in a recording what the last read was made of.</summary>
    public virtual void Record(Recorder recorder)
    {
    }

    public abstract Row RowAt(int row);

    /// <summary>A value of the last read, for those who do not know its type; none if it is not wanted.</summary>
    public abstract MetricValue Value(int row, int metric);

    /// <summary>What writes this reader's sample on a wire; null if the name set has no names for the group.</summary>
    public abstract GroupSerializer? CreateSerializer(WireNaming naming);

    /// <summary>Keeps the first failure of a read.</summary>
    protected void Report(Fault fault)
    {
        if (!Fault.IsFailure && !fault.IsNone)
        {
            Fault = fault;
        }
    }
}
