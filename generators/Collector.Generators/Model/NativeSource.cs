namespace Collector.Generators.Model;

/// <summary>A hand-written class that fills rows of a struct.</summary>
/// <param name="Name">The name of the struct.</param>
/// <param name="Row">The struct itself; null until it was looked up.</param>
internal sealed record NativeSource(
    Platform Platform, string Name, EquatableArray<FieldBinding> Fields, NativeRow? Row = null) : Source(Platform)
{
    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Fields.Select(static binding => (binding.Metric, binding.Conversion));
}
