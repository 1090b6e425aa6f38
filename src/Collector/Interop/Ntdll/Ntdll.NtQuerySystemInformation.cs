using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ntdll
{
    public const int STATUS_NOT_IMPLEMENTED = unchecked((int)0xC0000002);
    public const int STATUS_INFO_LENGTH_MISMATCH = unchecked((int)0xC0000004);
    public const int SystemProcessorPerformanceInformation = 8;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation</remarks>
    [LibraryImport("ntdll")]
    public static partial int NtQuerySystemInformation(
        int SystemInformationClass,
        void* SystemInformation,
        uint SystemInformationLength,
        uint* ReturnLength);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation#system_processor_performance_information</remarks>
    public struct SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION
    {
        public long IdleTime;
        public long KernelTime;
        public long UserTime;
        public long DpcTime;
        public long InterruptTime;
        public uint InterruptCount;
    }
}
