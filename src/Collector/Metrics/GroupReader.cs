using Collector.Filters;
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

/// <summary>A reader with the typed sample that its sources fill, one after the other.</summary>
internal abstract class GroupReader<TRow> : GroupReader
    where TRow : Row, new()
{
    private readonly SourceReader<TRow>[] _sources;
    private readonly bool _hasRows;

    /// <param name="context">What all readers share.</param>
    /// <param name="sources">The first makes the rows, the others complete them. Null for one that this system has not.</param>
    protected GroupReader(SourceContext context, SourceReader<TRow>?[] sources)
    {
        RowFilter filter = context.FilterOf(Group);
        ulong needed = Provenance.Needed(Group, filter.Possible);
        bool makesRows = Group.InstanceLabel is not null;
        _sources = [.. sources
            .Where((source, index) => source is not null && ((makesRows && index == 0) || (source.Bound & needed) != 0))
            .Select(static source => source!)];
        _hasRows = sources[0] is not null || !makesRows;
        filter.SetUnusualPatterns(sources[0]?.DefaultExclude ?? []);
        Sample = new(filter);
    }

    public Sample<TRow> Sample { get; }

    public override int RowCount => Sample.Rows.Length;

    public override Row RowAt(int row) => Sample.Rows[row];

    /// <summary>This reader; null if the system has none of its sources, or not the one that makes its rows.</summary>
    public GroupReader<TRow>? IfReadable() => _hasRows && _sources.Length > 0 ? this : null;

    public override void Read()
    {
        Fault = Fault.None;
        Sample.Begin();
        if (Group.InstanceLabel is null)
        {
            Sample.Next(default);
        }

        foreach (SourceReader<TRow> source in _sources)
        {
            source.Read(Sample);
            Report(source.Fault);
        }

        foreach (TRow row in Sample.Rows)
        {
            if (row.Wanted != 0)
            {
                Derive(row);
            }
        }

        Sample.End();
    }

    public override void Record(Recorder recorder)
    {
        foreach (SourceReader<TRow> source in _sources)
        {
            source.Record(Sample, recorder);
        }
    }

    /// <summary>Computes what follows from other values of the row, as far as these are present.</summary>
    protected virtual void Derive(TRow row)
    {
    }
}
