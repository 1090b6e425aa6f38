using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>What Windows says of its memory, and how many processes, threads and handles there are.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class MemoryQuery(SourceContext context) : SharedQuery(context)
{
    private Kernel32.PERFORMANCE_INFORMATION _info;

    /// <summary>Valid if the last question was answered. Sizes are in pages.</summary>
    public ref readonly Kernel32.PERFORMANCE_INFORMATION Info => ref _info;

    protected override Fault Ask()
    {
        fixed (Kernel32.PERFORMANCE_INFORMATION* info = &_info)
        {
            return Kernel32.K32GetPerformanceInfo(info, (uint)sizeof(Kernel32.PERFORMANCE_INFORMATION)) != 0
                ? Fault.None
                : new(FaultKind.CallFailed, "GetPerformanceInfo", Marshal.GetLastPInvokeError());
        }
    }
}
