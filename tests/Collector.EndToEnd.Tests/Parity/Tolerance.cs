namespace Collector.EndToEnd.Tests;

/// <summary>What two readings of one thing may differ by although both are right.</summary>
/// <param name="IsRate">Whether the values add up over time, so that what one window misses lies just outside of it.</param>
/// <param name="Absolute">In the unit of the values.</param>
/// <param name="Relative">As a part of the value.</param>
internal sealed record Tolerance(bool IsRate, double Absolute, double Relative = 0);
