namespace Collector.Sources;

/// <summary>
/// A call to the operating system that fills rows of a struct. Written by hand; a declaration names it
/// (<c>"native": "ProcessorTimes"</c> is the class <c>ProcessorTimesSource</c> with rows of the struct
/// <c>ProcessorTimes</c>, which bears <see cref="NativeRowAttribute"/>) and binds its fields.
/// </summary>
internal interface INativeSource<TRow>
    where TRow : unmanaged
{
    /// <summary>Asks the system. The rows are valid until the next call.</summary>
    /// <param name="fault">What failed. Rows that could be had are returned all the same.</param>
    ReadOnlySpan<TRow> Read(out Fault fault);

    /// <summary>Bytes that tell a row's instance from the others for as long as it lives; empty if there is only one.</summary>
    ReadOnlySpan<byte> Key(int row);

    /// <summary>What people call the row's instance. Called once, when it appears.</summary>
    string Name(int row);
}
