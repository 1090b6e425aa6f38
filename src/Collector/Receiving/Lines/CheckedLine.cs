namespace Collector.Receiving;

/// <summary>A line that was looked at: what is wrong with it, and what it names.</summary>
/// <param name="flaws">What is wrong with it.</param>
/// <param name="name">The name of its series; empty if there is none.</param>
/// <param name="tags">The tags that stand apart from the name, which tell series apart as well.</param>
internal readonly ref struct CheckedLine(LineFlaws flaws, ReadOnlySpan<byte> name = default, ReadOnlySpan<byte> tags = default)
{
    public LineFlaws Flaws { get; } = flaws;

    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Tags { get; } = tags;
}
