using Collector.Sources;
using Collector.Wire;

namespace Collector.Metrics;

/// <summary>Reads one group on one platform and keeps the sample. One generated class a source.</summary>
internal abstract class GroupReader
{
    public abstract MetricGroup Group { get; }

    /// <summary>What went wrong in the last read; <see cref="Fault.None"/> if nothing did.</summary>
    public Fault Fault { get; protected set; }

    /// <summary>How many rows the last read brought.</summary>
    public abstract int RowCount { get; }

    /// <summary>Reads the group once. A fault leaves out the values that it concerns and nothing else.</summary>
    public abstract void Read();

    public abstract Row RowAt(int row);

    /// <summary>A value of the last read, for those who do not know its type.</summary>
    public abstract MetricValue Value(int row, int metric);

    /// <summary>What writes this reader's sample on a wire; null if the name set has no names for the group.</summary>
    public abstract GroupSerializer? CreateSerializer(WireNaming naming);

    /// <summary>Keeps the first failure of a read: what follows is often its consequence.</summary>
    protected void Report(Fault fault)
    {
        if (!Fault.IsFailure && !fault.IsNone)
        {
            Fault = fault;
        }
    }
}

/// <summary>A reader with the typed sample that it fills.</summary>
internal abstract class GroupReader<TRow> : GroupReader
    where TRow : Row, new()
{
    public Sample<TRow> Sample { get; } = new();

    public override int RowCount => Sample.Rows.Length;

    public override Row RowAt(int row) => Sample.Rows[row];

    /// <summary>
    /// Keeps the fault of a row. Where something else stands in the place of a number, its neighbours may be out of
    /// place too: the whole row is left out.
    /// </summary>
    protected void Report(TRow row, Fault fault)
    {
        if (fault.Kind == FaultKind.NotANumber)
        {
            row.Present = 0;
        }

        Report(fault);
    }
}
