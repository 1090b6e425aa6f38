namespace Collector.Generators.Model;

/// <summary>Counters of a Windows performance object.</summary>
/// <param name="Object">The object's English name.</param>
/// <param name="Instances">The instance, or a pattern of instances; null for an object that has none.</param>
internal sealed record PdhSource(
    Platform Platform, string Object, string? Instances, EquatableArray<CounterBinding> Counters) : Source(Platform)
{
    public override IEnumerable<(Metric Metric, Conversion Conversion)> Conversions =>
        Counters.Select(static binding => (binding.Metric, binding.Conversion));

    /// <summary>The object as a path has it.</summary>
    public string Path => Instances is null ? $@"\{Object}" : $@"\{Object}({Instances})";
}
