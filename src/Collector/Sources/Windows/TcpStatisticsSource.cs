using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Metrics;

namespace Collector.Sources.Windows;

/// <summary>Adds up what TCP has done over IPv4 and over IPv6.</summary>
/// <remarks>Wine has one set of counts for both, and answers with it either way: then it is taken once.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class TcpStatisticsSource : INativeSource<TcpStatistics>
{
    private readonly bool _hasLongCounts = NativeExport.Exists("iphlpapi", "GetTcpStatisticsEx2");
    private readonly WrappingCounter[] _inSegments = new WrappingCounter[2];
    private readonly WrappingCounter[] _outSegments = new WrappingCounter[2];
    private TcpStatistics _row;
    private bool? _isOneForBoth;

    public ReadOnlySpan<TcpStatistics> Read(out Fault fault)
    {
        _isOneForBoth ??= !_hasLongCounts && IsOneForBoth();
        _row = default;
        uint error = Add(Iphlpapi.AF_INET);
        uint second = _isOneForBoth == true ? Iphlpapi.ERROR_NOT_SUPPORTED : Add(Iphlpapi.AF_INET6);
        error = error == 0 && second != Iphlpapi.ERROR_NOT_SUPPORTED ? second : error;
        fault = error == 0 ? Fault.None : new(FaultKind.CallFailed, "GetTcpStatisticsEx", (int)error);
        return fault.IsNone ? new(ref _row) : default;
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    private uint Add(uint family)
    {
        if (_hasLongCounts)
        {
            Iphlpapi.MIB_TCPSTATS2 statistics;
            uint error = Iphlpapi.GetTcpStatisticsEx2(&statistics, family);
            if (error == 0)
            {
                Add(in statistics);
            }

            return error;
        }
        else
        {
            Iphlpapi.MIB_TCPSTATS statistics;
            uint error = Iphlpapi.GetTcpStatisticsEx(&statistics, family);
            if (error == 0)
            {
                Add(Extend(in statistics, family == Iphlpapi.AF_INET ? 0 : 1));
            }

            return error;
        }
    }

    /// <summary>Whether IPv6 has just what IPv4 had before, or has right after: no two sets of counts are so alike.</summary>
    private static bool IsOneForBoth()
    {
        Iphlpapi.MIB_TCPSTATS before, between, after;
        return Iphlpapi.GetTcpStatisticsEx(&before, Iphlpapi.AF_INET) == 0
            && Iphlpapi.GetTcpStatisticsEx(&between, Iphlpapi.AF_INET6) == 0
            && Iphlpapi.GetTcpStatisticsEx(&after, Iphlpapi.AF_INET) == 0
            && before.dwInSegs > 0
            && before.dwInSegs <= between.dwInSegs && between.dwInSegs <= after.dwInSegs
            && before.dwOutSegs <= between.dwOutSegs && between.dwOutSegs <= after.dwOutSegs
            && before.dwActiveOpens <= between.dwActiveOpens && between.dwActiveOpens <= after.dwActiveOpens;
    }

    /// <summary>Segments wrap within minutes on a fast host: each family's are extended before they are added up.</summary>
    private Iphlpapi.MIB_TCPSTATS2 Extend(in Iphlpapi.MIB_TCPSTATS statistics, int index) => new()
    {
        dwActiveOpens = statistics.dwActiveOpens,
        dwPassiveOpens = statistics.dwPassiveOpens,
        dwAttemptFails = statistics.dwAttemptFails,
        dwEstabResets = statistics.dwEstabResets,
        dw64InSegs = _inSegments[index].Extend(statistics.dwInSegs),
        dw64OutSegs = _outSegments[index].Extend(statistics.dwOutSegs),
        dwRetransSegs = statistics.dwRetransSegs,
        dwInErrs = statistics.dwInErrs,
        dwOutRsts = statistics.dwOutRsts,
    };

    /// <summary>Sums of counts that wrap, wrap like these.</summary>
    private void Add(in Iphlpapi.MIB_TCPSTATS2 statistics)
    {
        unchecked
        {
            _row.ActiveOpens += statistics.dwActiveOpens;
            _row.PassiveOpens += statistics.dwPassiveOpens;
            _row.AttemptFails += statistics.dwAttemptFails;
            _row.EstabResets += statistics.dwEstabResets;
            _row.InSegs += statistics.dw64InSegs;
            _row.OutSegs += statistics.dw64OutSegs;
            _row.RetransSegs += statistics.dwRetransSegs;
            _row.InErrs += statistics.dwInErrs;
            _row.OutRsts += statistics.dwOutRsts;
        }
    }
}
