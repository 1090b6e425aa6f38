using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ntdll
{
    /// <remarks>https://learn.microsoft.com/windows/win32/sysinfo/ntquerysysteminformationex</remarks>
    [LibraryImport("ntdll")]
    public static partial int NtQuerySystemInformationEx(
        int SystemInformationClass,
        void* InputBuffer,
        uint InputBufferLength,
        void* SystemInformation,
        uint SystemInformationLength,
        uint* ReturnLength);
}
