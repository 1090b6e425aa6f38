namespace Collector.Delivery;

/// <summary>How much a line log may keep.</summary>
/// <param name="MemoryBytes">The most memory for lines that no disk takes.</param>
/// <param name="DiskBytes">The most bytes of one destination's folder.</param>
/// <param name="Age">How old lines may be; older ones are of no use to anybody.</param>
internal sealed record LogLimits(long MemoryBytes, long DiskBytes, TimeSpan Age)
{
    public static LogLimits Default { get; } = new(16 << 20, 64 << 20, TimeSpan.FromHours(24));
}
