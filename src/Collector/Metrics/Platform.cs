namespace Collector.Metrics;

/// <summary>The operating system that a reader understands.</summary>
internal enum Platform
{
    Linux,
    Windows,
}
