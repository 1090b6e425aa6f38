using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const int ComputerNameDnsFullyQualified = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getcomputernameexw</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int GetComputerNameExW(int NameType, char* lpBuffer, uint* nSize);
}
