namespace Collector.Metrics;

/// <summary>A reader of a source that knows the type of the group's rows. One generated class a source.</summary>
internal abstract class SourceReader<TRow> : SourceReader
    where TRow : Row, new()
{
    protected sealed override void FillSample(Sample sample) => Fill((Sample<TRow>)sample);

    /// <inheritdoc cref="SourceReader.FillSample"/>
    protected abstract void Fill(Sample<TRow> sample);
}
