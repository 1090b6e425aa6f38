namespace Collector.Generators.Model;

/// <summary>A file of <c>Key: value</c> or <c>key value</c> lines, or of lines of names with lines of values below.</summary>
/// <param name="Header">The word that the line of names and that of values begin with; null for a key a line.</param>
internal sealed record KeyedFile(Platform Platform, string Path, string? Header, EquatableArray<KeyBinding> Keys)
    : Source(Platform)
{
    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Keys.Select(static binding => (binding.Metric, binding.Conversion));

    public override bool MayBeMissing => Keys.All(static key => key.IsOptional);
}
