namespace Collector.Sources.Windows.Performance;

/// <summary>The numbers that a performance counter's value is made of.</summary>
/// <param name="Type">The counter's type.</param>
/// <param name="Value">The number that the provider gives.</param>
/// <param name="Second">Its base, or the clock's time, whatever the type needs.</param>
/// <param name="Multi">How many things a sum over several is of; 1 for others.</param>
/// <param name="Frequency">Ticks of the clock in a second; 1 where there is none.</param>
internal readonly record struct RawCounter(uint Type, ulong Value, ulong Second = 0, ulong Multi = 1, ulong Frequency = 1);
