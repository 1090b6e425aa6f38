namespace Collector.Delivery;

/// <summary>How lines are kept on the disk.</summary>
/// <param name="Path">The folder for all destinations; absolute.</param>
/// <param name="Bytes">The most that one destination may take there.</param>
/// <param name="Age">How old lines may become there.</param>
/// <param name="Sync">How often the system is told to write to the disk itself: zero at each tick, null never.</param>
internal sealed record SpoolOptions(string Path, long Bytes, TimeSpan Age, TimeSpan? Sync);
