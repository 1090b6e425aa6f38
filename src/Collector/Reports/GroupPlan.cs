namespace Collector.Reports;

/// <summary>What one group sends to one destination in a tick.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Series">Its series; each has one point a tick.</param>
/// <param name="Bytes">Their lines' bytes, as long as they are now.</param>
internal sealed record GroupPlan(string Group, long Series, long Bytes);
