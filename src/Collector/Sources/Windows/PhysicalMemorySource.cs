using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Asks for the state of memory.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PhysicalMemorySource(SourceContext context) : INativeSource<PhysicalMemory>
{
    private readonly MemoryQuery _memory = context.Shared(static context => new MemoryQuery(context));
    private PhysicalMemory _row;

    public ReadOnlySpan<PhysicalMemory> Read(out Fault fault)
    {
        Kernel32.MEMORYSTATUSEX status = new() { dwLength = (uint)sizeof(Kernel32.MEMORYSTATUSEX) };
        if (Kernel32.GlobalMemoryStatusEx(&status) == 0)
        {
            fault = new(FaultKind.CallFailed, "GlobalMemoryStatusEx", Marshal.GetLastPInvokeError());
            return default;
        }

        fault = _memory.Refresh();
        _row = new() { TotalBytes = status.ullTotalPhys, AvailableBytes = status.ullAvailPhys };
        if (fault.IsNone)
        {
            ref readonly Kernel32.PERFORMANCE_INFORMATION info = ref _memory.Info;
            _row.CachedBytes = Bytes(info.SystemCache);
            _row.PagedPoolBytes = Bytes(info.KernelPaged);
            _row.NonpagedPoolBytes = Bytes(info.KernelNonpaged);
            _row.CommitLimitBytes = Bytes(info.CommitLimit);
            _row.CommittedBytes = Bytes(info.CommitTotal);
        }

        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    /// <summary>No Windows runs without a cache or pools: 0 says that this is Wine, which does not know.</summary>
    private ulong? Bytes(nuint pages) => pages == 0 ? null : (ulong)pages * _memory.Info.PageSize;
}
