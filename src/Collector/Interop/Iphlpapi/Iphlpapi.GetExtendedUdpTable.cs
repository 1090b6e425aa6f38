using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    public const int UDP_TABLE_OWNER_PID = 1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedudptable</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetExtendedUdpTable(
        void* pUdpTable, uint* pdwSize, int bOrder, uint ulAf, int TableClass, uint Reserved);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udprow_owner_pid</remarks>
    public struct MIB_UDPROW_OWNER_PID
    {
        public uint dwLocalAddr;
        public uint dwLocalPort;
        public uint dwOwningPid;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udp6row_owner_pid</remarks>
    public struct MIB_UDP6ROW_OWNER_PID
    {
        public fixed byte ucLocalAddr[16];
        public uint dwLocalScopeId;
        public uint dwLocalPort;
        public uint dwOwningPid;
    }
}
