using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getudpstatisticsex</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetUdpStatisticsEx(MIB_UDPSTATS* Statistics, uint Family);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udpstats</remarks>
    public struct MIB_UDPSTATS
    {
        public uint dwInDatagrams;
        public uint dwNoPorts;
        public uint dwInErrors;
        public uint dwOutDatagrams;
        public uint dwNumAddrs;
    }
}
