namespace Collector.Metrics;

/// <summary>What a row measures: one processor, disk or interface; or the host as a whole.</summary>
/// <param name="key">The bytes that the kernel tells it apart by; never sent.</param>
/// <param name="name">What people call it, as the kernel spells it: <c>0</c>, <c>nvme0n1</c>, <c>C:\</c>.</param>
/// <param name="slot">A small number that no other live instance of the group has; reused when this one is gone.</param>
internal sealed class Instance(byte[] key, string name, int slot)
{
    public ReadOnlySpan<byte> Key => key;

    public string Name => name;

    public int Slot => slot;

    /// <summary>For how many more ticks it is remembered though it is not seen.</summary>
    public int TicksLeft { get; set; }

    /// <summary>Whether it is forgotten: its slot and its names may be another's.</summary>
    public bool IsGone { get; set; }

    public override string ToString() => name;
}
