using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    /// <summary>Windows 10 1709 and later.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-gettcpstatisticsex2</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetTcpStatisticsEx2(MIB_TCPSTATS2* Statistics, uint Family);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcpstats2</remarks>
    public struct MIB_TCPSTATS2
    {
        public uint dwRtoAlgorithm;
        public uint dwRtoMin;
        public uint dwRtoMax;
        public uint dwMaxConn;
        public uint dwActiveOpens;
        public uint dwPassiveOpens;
        public uint dwAttemptFails;
        public uint dwEstabResets;
        public uint dwCurrEstab;
        public ulong dw64InSegs;
        public ulong dw64OutSegs;
        public uint dwRetransSegs;
        public uint dwInErrs;
        public uint dwOutRsts;
        public uint dwNumConns;
    }
}
