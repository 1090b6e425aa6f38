namespace Collector.Delivery;

/// <summary>The streams that whoever starts a process gives it to write to. The values are their numbers on Linux.</summary>
internal enum StandardStream
{
    Output = 1,
    Error = 2,
}
