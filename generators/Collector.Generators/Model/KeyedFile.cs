namespace Collector.Generators.Model;

/// <summary>A file of <c>Key: value</c> or <c>key value</c> lines.</summary>
internal sealed record KeyedFile(Platform Platform, string Path, EquatableArray<KeyBinding> Keys) : Source(Platform)
{
    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Keys.Select(static binding => (binding.Metric, binding.Conversion));
}
