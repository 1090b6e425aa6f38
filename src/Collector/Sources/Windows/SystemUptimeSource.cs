using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Reads the 64-bit tick count; the 32-bit one wraps after 49.7 days.</summary>
[SupportedOSPlatform("windows")]
internal sealed class SystemUptimeSource : INativeSource<SystemUptime>
{
    private SystemUptime _row;

    public ReadOnlySpan<SystemUptime> Read(out Fault fault)
    {
        fault = Fault.None;
        _row.Milliseconds = Kernel32.GetTickCount64();
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
