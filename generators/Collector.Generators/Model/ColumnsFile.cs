namespace Collector.Generators.Model;

/// <summary>A file whose lines are rows of blank-separated columns.</summary>
/// <param name="Pattern">What the lines that are rows look like; null where the first line is the only row.</param>
/// <param name="Exclude">Instances that are left out: a whole name, or the beginning of one before a <c>*</c>.</param>
/// <param name="Columns">In ascending order, as a line is read.</param>
internal sealed record ColumnsFile(
    Platform Platform,
    string Path,
    RowPattern? Pattern,
    EquatableArray<string> Exclude,
    EquatableArray<ColumnBinding> Columns) : Source(Platform)
{
    public override IEnumerable<Metric> Bound => Columns.Select(static binding => binding.Metric);
}
