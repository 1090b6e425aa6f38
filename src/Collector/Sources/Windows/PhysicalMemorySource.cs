using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Asks for the state of memory.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PhysicalMemorySource : INativeSource<PhysicalMemory>
{
    private PhysicalMemory _row;

    public ReadOnlySpan<PhysicalMemory> Read(out Fault fault)
    {
        Kernel32.MEMORYSTATUSEX status = new() { dwLength = (uint)sizeof(Kernel32.MEMORYSTATUSEX) };
        if (Kernel32.GlobalMemoryStatusEx(&status) == 0)
        {
            fault = new(FaultKind.CallFailed, "GlobalMemoryStatusEx", Marshal.GetLastPInvokeError());
            return default;
        }

        fault = Fault.None;
        _row.TotalBytes = status.ullTotalPhys;
        _row.AvailableBytes = status.ullAvailPhys;
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
