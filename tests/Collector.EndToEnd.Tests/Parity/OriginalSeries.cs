namespace Collector.EndToEnd.Tests;

/// <summary>A series of metric-collective's: what it sent for some readings of the system.</summary>
/// <param name="Path">Behind prefix and host.</param>
/// <param name="Value">By its own formula, faults included.</param>
/// <param name="Fault">What its documented fault makes of the correct value; null if it has none.</param>
internal sealed record OriginalSeries(string Path, double Value, Func<double, double>? Fault = null);
