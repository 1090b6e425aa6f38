namespace Collector.Generators.Model;

/// <summary>The operating system that a source belongs to.</summary>
internal enum Platform
{
    Linux,
    Windows,

    /// <summary>Every one.</summary>
    Any,
}
