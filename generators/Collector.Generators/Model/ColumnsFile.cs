namespace Collector.Generators.Model;

/// <summary>A file whose lines are rows of blank-separated columns.</summary>
/// <param name="Pattern">What the lines that are rows look like; null where the first line is the only row.</param>
/// <param name="Exclude">Instances that are hidden unless users ask for them: a whole name, or the beginning of one before a <c>*</c>.</param>
/// <param name="MayBeEmpty">Whether a file with nothing in it only says that there are no instances.</param>
/// <param name="Columns">In ascending order, as a line is read.</param>
internal sealed record ColumnsFile(
    Platform Platform,
    string Path,
    RowPattern? Pattern,
    EquatableArray<string> Exclude,
    bool MayBeEmpty,
    EquatableArray<ColumnBinding> Columns) : Source(Platform)
{
    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Columns.Select(static binding => (binding.Metric, binding.Conversion));

    public override bool MayBeMissing => Columns.All(static column => column.IsOptional);
}
