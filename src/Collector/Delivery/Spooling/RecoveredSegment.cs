namespace Collector.Delivery;

/// <summary>A segment that an earlier process left, read through and found in order.</summary>
internal sealed record RecoveredSegment(long Number, int Length, long Lines, long FirstStamp, long LastStamp);
