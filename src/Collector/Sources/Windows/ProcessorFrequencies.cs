namespace Collector.Sources.Windows;

/// <summary>The clock that one logical processor runs at.</summary>
[NativeRow]
internal struct ProcessorFrequencies
{
    public int Number;
    public uint CurrentMegahertz;
}
