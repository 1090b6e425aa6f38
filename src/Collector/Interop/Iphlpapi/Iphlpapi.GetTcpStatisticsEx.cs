using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-gettcpstatisticsex</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetTcpStatisticsEx(MIB_TCPSTATS* Statistics, uint Family);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcpstats_lh</remarks>
    public struct MIB_TCPSTATS
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
        public uint dwInSegs;
        public uint dwOutSegs;
        public uint dwRetransSegs;
        public uint dwInErrs;
        public uint dwOutRsts;
        public uint dwNumConns;
    }
}
