using Collector.Filters;
using Collector.Sources;
using Collector.Sources.Recordings;

namespace Collector.Metrics;

/// <summary>A reader with the sample that its sources fill, one after the other; whatever the type of its rows.</summary>
internal abstract class SampleReader : GroupReader
{
    private readonly Sample _sample;
    private readonly SourceReader[] _sources;
    private readonly bool _hasRows;

    /// <param name="sample">The sample.</param>
    /// <param name="context">What all readers share.</param>
    /// <param name="sources">The first makes the rows, the others complete them. Null for one that this system has not.</param>
    protected SampleReader(Sample sample, SourceContext context, SourceReader?[] sources)
    {
        _sample = sample;
        RowFilter filter = context.FilterOf(Group);
        ulong needed = Provenance.Needed(Group, filter.Possible);
        SourceReader? maker = Group.InstanceLabel is null ? null : sources[0];
        _sources = [.. sources.OfType<SourceReader>().Where(source => source == maker || (source.Bound & needed) != 0)];
        _hasRows = sources[0] is not null || Group.InstanceLabel is null;
        filter.SetUnusualPatterns(sources[0]?.DefaultExclude ?? []);
        sample.Filter = filter;
    }

    public override int RowCount => _sample.Rows.Length;

    public override Row RowAt(int row) => _sample.Rows[row];

    /// <summary>This reader; null if the system has none of its sources, or not the one that makes its rows.</summary>
    public SampleReader? IfReadable() => _hasRows && _sources.Length > 0 ? this : null;

    public override void Read()
    {
        Fault = Fault.None;
        _sample.Begin();
        if (Group.InstanceLabel is null)
        {
            _sample.NextHost();
        }

        foreach (SourceReader source in _sources)
        {
            source.Read(_sample);
            Report(source.Fault);
        }

        foreach (Row row in _sample.Rows)
        {
            if (row.Wanted != 0)
            {
                DeriveRow(row);
            }
        }

        _sample.End();
    }

    public override void Record(Recorder recorder)
    {
        foreach (SourceReader source in _sources)
        {
            source.Record(_sample, recorder);
        }
    }

    /// <summary>Computes what follows from other values of the row, as far as these are present.</summary>
    protected abstract void DeriveRow(Row row);
}
