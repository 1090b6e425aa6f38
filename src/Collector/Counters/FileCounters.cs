using Collector.Metrics;
using Collector.Sources;

namespace Collector.Counters;

/// <summary>A file of the kernel's.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="IsKeyed">Whether its lines begin with keys; otherwise they have columns.</param>
/// <param name="Row">What the lines look like that are rows; empty for the first line.</param>
internal sealed record FileCounters(string Path, bool IsKeyed, string Row) : ConfiguredSource
{
    // No field: equal sources are read together, and a field would count among what makes them equal.
    private LinePattern? Pattern => Row.Length == 0 ? null : LinePattern.Parse(Row, out _);

    public override Platform Platform => Platform.Linux;

    public override bool HasRows => Pattern is { HasInstance: true };

    public override SourceInfo Info =>
        new(Platform, IsKeyed ? SourceKind.Keys : SourceKind.Columns, Path, Row.Length == 0 ? null : Row);

    public override SourceReader CreateReader(ConfiguredGroup group, SourceContext context) => IsKeyed
        ? new KeyedCounterReader(group, context.File(Path))
        : new ColumnCounterReader(group, context.File(Path), Pattern);

    public override string ToString() => Row.Length == 0 ? Path : $"{Path}, lines '{Row}'";
}
