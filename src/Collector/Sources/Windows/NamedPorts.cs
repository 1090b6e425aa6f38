namespace Collector.Sources.Windows;

/// <summary>A port that the configuration names.</summary>
[NativeRow]
internal struct NamedPorts
{
    /// <summary>1 if a program listens on it, 0 if not. For UDP, which knows no listening: if it is bound.</summary>
    public uint Listening;
}
