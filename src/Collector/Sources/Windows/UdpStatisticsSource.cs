using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Metrics;

namespace Collector.Sources.Windows;

/// <summary>Adds up what UDP has done over IPv4 and over IPv6.</summary>
/// <remarks>The sockets are counted in their table: the number of them that stands beside the counts is wrong in Wine.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class UdpStatisticsSource(SourceContext context) : INativeSource<UdpStatistics>
{
    private readonly UdpQuery _udp = context.Shared(static context => new UdpQuery(context));
    private readonly bool _hasLongCounts = NativeExport.Exists("iphlpapi", "GetUdpStatisticsEx2");
    private readonly WrappingCounter[] _inDatagrams = new WrappingCounter[2];
    private readonly WrappingCounter[] _outDatagrams = new WrappingCounter[2];
    private UdpStatistics _row;

    public ReadOnlySpan<UdpStatistics> Read(out Fault fault)
    {
        _row = default;
        uint error = Add(Iphlpapi.AF_INET);
        uint second = Add(Iphlpapi.AF_INET6);
        error = error == 0 && second != Iphlpapi.ERROR_NOT_SUPPORTED ? second : error;
        if (error != 0)
        {
            fault = new(FaultKind.CallFailed, "GetUdpStatisticsEx", (int)error);
            return default;
        }

        fault = _udp.Refresh();
        _row.Sockets = fault.IsNone ? (ulong)(_udp.V4.Length + _udp.V6.Length) : null;
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    private uint Add(uint family)
    {
        if (_hasLongCounts)
        {
            Iphlpapi.MIB_UDPSTATS2 statistics;
            uint error = Iphlpapi.GetUdpStatisticsEx2(&statistics, family);
            if (error == 0)
            {
                Add(in statistics);
            }

            return error;
        }
        else
        {
            Iphlpapi.MIB_UDPSTATS statistics;
            uint error = Iphlpapi.GetUdpStatisticsEx(&statistics, family);
            if (error == 0)
            {
                Add(Extend(in statistics, family == Iphlpapi.AF_INET ? 0 : 1));
            }

            return error;
        }
    }

    /// <summary>Each family's datagrams are extended to 64 bits before they are added up.</summary>
    private Iphlpapi.MIB_UDPSTATS2 Extend(in Iphlpapi.MIB_UDPSTATS statistics, int index) => new()
    {
        dw64InDatagrams = _inDatagrams[index].Extend(statistics.dwInDatagrams),
        dw64OutDatagrams = _outDatagrams[index].Extend(statistics.dwOutDatagrams),
        dwNoPorts = statistics.dwNoPorts,
        dwInErrors = statistics.dwInErrors,
    };

    /// <summary>Sums of counts that wrap, wrap like these.</summary>
    private void Add(in Iphlpapi.MIB_UDPSTATS2 statistics)
    {
        unchecked
        {
            _row.InDatagrams += statistics.dw64InDatagrams;
            _row.OutDatagrams += statistics.dw64OutDatagrams;
            _row.NoPorts += statistics.dwNoPorts;
            _row.InErrors += statistics.dwInErrors;
        }
    }
}
