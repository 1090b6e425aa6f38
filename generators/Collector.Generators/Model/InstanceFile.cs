namespace Collector.Generators.Model;

/// <summary>A file for each instance, whose first line has columns for the instance's row.</summary>
/// <param name="Before">What stands before the instance's name in the path.</param>
/// <param name="After">What stands behind it.</param>
/// <param name="Columns">In ascending order, as a line is read.</param>
internal sealed record InstanceFile(
    Platform Platform, string Before, string After, EquatableArray<ColumnBinding> Columns) : Source(Platform)
{
    public const string Placeholder = "{instance}";

    /// <summary>As declared.</summary>
    public string Path => Before + Placeholder + After;

    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Columns.Select(static binding => (binding.Metric, binding.Conversion));

    public override bool MayBeMissing => Columns.All(static column => column.IsOptional);
}
