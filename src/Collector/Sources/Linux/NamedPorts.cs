namespace Collector.Sources.Linux;

/// <summary>Whether somebody listens on a port.</summary>
[NativeRow]
internal struct NamedPorts
{
    /// <summary>1 or 0.</summary>
    public uint Listening;
}
