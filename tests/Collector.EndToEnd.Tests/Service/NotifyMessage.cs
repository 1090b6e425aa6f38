namespace Collector.EndToEnd.Tests;

/// <summary>What a service told systemd at once.</summary>
/// <param name="Time">When it came, by the monotonic clock in nanoseconds.</param>
/// <param name="Lines">The assignments.</param>
internal sealed record NotifyMessage(long Time, string[] Lines);
