namespace Collector.Explaining;

/// <summary>What the system said, before anything was done to it.</summary>
/// <param name="Place">Where it was read: the file, its line and column; the struct.</param>
/// <param name="Text">The system's own words, a line each.</param>
/// <param name="Formula">The raw value with what is done to it: <c>197540 / 100</c>; empty if there was none.</param>
internal sealed record RawReading(string Place, IReadOnlyList<string> Text, string Formula)
{
    public static RawReading Nothing(string reason) => new(reason, [], "");
}
