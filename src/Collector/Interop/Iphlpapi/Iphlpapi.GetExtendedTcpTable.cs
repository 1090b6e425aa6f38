using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    public const uint AF_INET = 2;
    public const uint AF_INET6 = 23;
    public const uint ERROR_NOT_SUPPORTED = 50;
    public const uint ERROR_INSUFFICIENT_BUFFER = 122;
    public const int TCP_TABLE_OWNER_PID_ALL = 5;
    public const uint MIB_TCP_STATE_LISTEN = 2;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedtcptable</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetExtendedTcpTable(
        void* pTcpTable, uint* pdwSize, int bOrder, uint ulAf, int TableClass, uint Reserved);

    /// <summary>The port stands in the low 16 bits, in the order of the network.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcprow_owner_pid</remarks>
    public struct MIB_TCPROW_OWNER_PID
    {
        public uint dwState;
        public uint dwLocalAddr;
        public uint dwLocalPort;
        public uint dwRemoteAddr;
        public uint dwRemotePort;
        public uint dwOwningPid;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcp6row_owner_pid</remarks>
    public struct MIB_TCP6ROW_OWNER_PID
    {
        public fixed byte ucLocalAddr[16];
        public uint dwLocalScopeId;
        public uint dwLocalPort;
        public fixed byte ucRemoteAddr[16];
        public uint dwRemoteScopeId;
        public uint dwRemotePort;
        public uint dwState;
        public uint dwOwningPid;
    }
}
