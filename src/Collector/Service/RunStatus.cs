namespace Collector.Service;

/// <summary>How a run goes, for whoever supervises it.</summary>
/// <param name="Ticks">How many ticks there have been.</param>
/// <param name="LinesSent">How many lines have left.</param>
/// <param name="LinesWaiting">How many lines wait for their receivers.</param>
/// <param name="LinesDropped">How many lines were given up.</param>
/// <param name="FailedGroups">How many groups could not be read in the last tick, wholly or in part.</param>
internal readonly record struct RunStatus(long Ticks, long LinesSent, long LinesWaiting, long LinesDropped, int FailedGroups);
