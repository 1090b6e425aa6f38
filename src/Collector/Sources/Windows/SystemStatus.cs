using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Faults of calls to the kernel, which answers with a status.</summary>
internal static class SystemStatus
{
    /// <summary>What to say of a call that answers without telling anything, as Wine has some.</summary>
    public const int NotSupported = 50;

    /// <summary>Windows has words for its error codes, not for a status of the kernel's.</summary>
    public static Fault FaultOf(string call, int status) =>
        status >= 0 ? Fault.None : new(FaultKind.CallFailed, call, (int)Ntdll.RtlNtStatusToDosError(status));
}
