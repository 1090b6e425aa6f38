namespace Collector.Verification;

/// <summary>What was found at one place.</summary>
/// <param name="Subject">The place: a metric, its instance included.</param>
/// <param name="Found">The value, as people write it.</param>
/// <param name="IsMet">Whether it is as expected.</param>
/// <param name="Source">Where the number comes from; null where that is plain.</param>
internal sealed record Finding(string Subject, string Found, bool IsMet, string? Source);
