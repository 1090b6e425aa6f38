using System.Runtime.CompilerServices;
using Collector.Sources;

namespace Collector.Metrics;

/// <summary>A reader that knows the type of its rows.</summary>
internal abstract class GroupReader<TRow> : SampleReader
    where TRow : Row, new()
{
    /// <param name="context">What all readers share.</param>
    /// <param name="sources">The first makes the rows, the others complete them. Null for one that this system has not.</param>
    protected GroupReader(SourceContext context, SourceReader?[] sources)
        : this(new(), context, sources)
    {
    }

    private GroupReader(Sample<TRow> sample, SourceContext context, SourceReader?[] sources)
        : base(sample, context, sources) => Sample = sample;

    public Sample<TRow> Sample { get; }

    protected sealed override void DeriveRow(Row row) => Derive(Unsafe.As<TRow>(row));

    /// <summary>Computes what follows from other values of the row, as far as these are present.</summary>
    protected virtual void Derive(TRow row)
    {
    }
}
