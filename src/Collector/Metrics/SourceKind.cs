namespace Collector.Metrics;

/// <summary>How a source holds its values.</summary>
internal enum SourceKind
{
    /// <summary>A file of <c>key value</c> lines.</summary>
    Keys,

    /// <summary>Two lines of a file: names, and below them values.</summary>
    Header,

    /// <summary>A file whose lines have columns.</summary>
    Columns,

    /// <summary>A small file for each instance.</summary>
    InstanceFile,

    /// <summary>Fields of a struct that the system fills.</summary>
    Native,

    /// <summary>Performance counters of Windows.</summary>
    Counters,
}
