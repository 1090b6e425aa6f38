namespace Collector.Sources.Windows;

/// <summary>How long Windows has been up, time asleep included.</summary>
[NativeRow]
internal struct SystemUptime
{
    public ulong Milliseconds;
}
