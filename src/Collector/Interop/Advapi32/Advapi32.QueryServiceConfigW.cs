using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <summary>What a service's configuration takes at most, its texts included.</summary>
    public const int LargestServiceConfig = 8192;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-queryserviceconfigw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int QueryServiceConfigW(
        nint hService, void* lpServiceConfig, uint cbBufSize, uint* pcbBytesNeeded);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-query_service_configw</remarks>
    public struct QUERY_SERVICE_CONFIGW
    {
        public uint dwServiceType;
        public uint dwStartType;
        public uint dwErrorControl;
        public char* lpBinaryPathName;
        public char* lpLoadOrderGroup;
        public uint dwTagId;
        public char* lpDependencies;
        public char* lpServiceStartName;
        public char* lpDisplayName;
    }
}
