using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>What the kernel counts for all processors and programs together.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PerformanceQuery(SourceContext context) : SharedQuery(context)
{
    /// <summary>Room for all versions: the structure has grown from 312 bytes to more than 344.</summary>
    private readonly NativeBuffer _buffer = new(1024);

    /// <summary>Valid if the last question was answered.</summary>
    public ref readonly Ntdll.SYSTEM_PERFORMANCE_INFORMATION Counters =>
        ref *(Ntdll.SYSTEM_PERFORMANCE_INFORMATION*)_buffer.Start;

    /// <summary>Whether events are counted. There is no system without page faults: Wine leaves all counts at 0.</summary>
    public bool IsCounting => Counters.PageFaultCount != 0 || Counters.ContextSwitches != 0;

    protected override Fault Ask()
    {
        uint length = 0;
        int status = Query(&length);
        if (status == Ntdll.STATUS_INFO_LENGTH_MISMATCH)
        {
            _buffer.Grow(length);
            status = Query(&length);
        }

        return SystemStatus.FaultOf("NtQuerySystemInformation(SystemPerformanceInformation)", status);
    }

    private int Query(uint* length) =>
        Ntdll.NtQuerySystemInformation(Ntdll.SystemPerformanceInformation, _buffer.Start, _buffer.Size, length);
}
