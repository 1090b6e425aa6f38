namespace Collector.Sources;

/// <summary>A file or folder that the configuration names, as its system shows it.</summary>
internal interface INamedFile
{
    string Name { get; }

    ReadOnlySpan<byte> Key { get; }

    /// <summary>Looks at it. One that is not there is a row too.</summary>
    /// <param name="now">The time, in seconds since 1970.</param>
    /// <param name="row">What it looks like.</param>
    /// <param name="fault">Why that cannot be told.</param>
    bool TryRead(double now, out NamedFiles row, out Fault fault);
}
