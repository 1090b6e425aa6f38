using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    /// <summary>Windows 10 1709 and later.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getudpstatisticsex2</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetUdpStatisticsEx2(MIB_UDPSTATS2* Statistics, uint Family);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udpstats2</remarks>
    public struct MIB_UDPSTATS2
    {
        public ulong dw64InDatagrams;
        public uint dwNoPorts;
        public uint dwInErrors;
        public ulong dw64OutDatagrams;
        public uint dwNumAddrs;
    }
}
