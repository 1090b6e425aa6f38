namespace Collector.Wire;

/// <summary>A line that a row may send.</summary>
/// <param name="Name">Its name, as it stands on the wire.</param>
/// <param name="Metrics">Bit n says that metric n of the group is needed for it.</param>
internal sealed record SentLine(string Name, ulong Metrics);
