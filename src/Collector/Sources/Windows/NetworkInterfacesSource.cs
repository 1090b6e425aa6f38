using System.Runtime.Versioning;
using Collector.Filters;
using Collector.Interop;
using Collector.Metrics;

namespace Collector.Sources.Windows;

/// <summary>Reads the counters of the network interfaces that people know of.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NetworkInterfacesSource(SourceContext context) : INativeSource<NetworkInterfaces>
{
    /// <summary>Reads between two looks at which interfaces IP is bound to.</summary>
    private const int LookEvery = 60;

    private readonly RowFilter _filter = context.FilterOf(NetIoGroup.Definition);
    private readonly NetworkAdapters _adapters = new();
    private Iphlpapi.MIB_IF_TABLE2* _table;
    private NetworkInterfaces[] _rows = [];
    private int[] _entries = [];
    private int _count;
    private uint _entriesBefore;
    private int _age;
    private Fault _adaptersFault;

    public ReadOnlySpan<NetworkInterfaces> Read(out Fault fault)
    {
        _count = 0;
        if (!TryGetTable(out fault))
        {
            return default;
        }

        int entries = (int)_table->NumEntries;
        if (_rows.Length < entries)
        {
            _rows = new NetworkInterfaces[entries];
            _entries = new int[entries];
        }

        fault = LookForAdapters();
        for (int entry = 0; entry < entries; entry++)
        {
            Iphlpapi.MIB_IF_ROW2* row = Entry(entry);
            if (IsWanted(row))
            {
                _entries[_count] = entry;
                _rows[_count++] = Convert(row);
            }
        }

        return _rows.AsSpan(0, _count);
    }

    /// <summary>The identity of the interface and its alias, which stand one after the other in the row.</summary>
    public ReadOnlySpan<byte> Key(int row)
    {
        Iphlpapi.MIB_IF_ROW2* entry = Entry(_entries[row]);
        int identity = (int)((byte*)entry->Alias - (byte*)entry);
        return new(entry, identity + (AliasOf(entry).Length * sizeof(char)));
    }

    public string Name(int row)
    {
        Iphlpapi.MIB_IF_ROW2* entry = Entry(_entries[row]);
        string name = AliasOf(entry).ToString();
        _filter.SetUnusual(name, !IsUsual(entry));
        return name;
    }

    /// <summary>Takes a new table. The last one stands until then, since keys and names are read from it.</summary>
    private bool TryGetTable(out Fault fault)
    {
        if (_table is not null)
        {
            Iphlpapi.FreeMibTable(_table);
            _table = null;
        }

        Iphlpapi.MIB_IF_TABLE2* table;
        uint error = Iphlpapi.GetIfTable2(&table);
        _table = error == 0 ? table : null;
        fault = error == 0 ? Fault.None : new(FaultKind.CallFailed, "GetIfTable2", (int)error);
        return error == 0;
    }

    private Fault LookForAdapters()
    {
        if (_age == 0 || _table->NumEntries != _entriesBefore)
        {
            _age = 0;
            _entriesBefore = _table->NumEntries;
            _adaptersFault = _adapters.Refresh();
        }

        _age = (_age + 1) % LookEvery;
        return _adaptersFault;
    }

    /// <summary>A filter driver shows the packets of its interface once more.</summary>
    private bool IsWanted(Iphlpapi.MIB_IF_ROW2* row) =>
        (row->InterfaceAndOperStatusFlags & Iphlpapi.FilterInterface) == 0 && (_filter.MayWantUnusual || IsUsual(row));

    private bool IsUsual(Iphlpapi.MIB_IF_ROW2* row)
    {
        if (IsTransitionTunnel(row))
        {
            return false;
        }

        return (row->InterfaceAndOperStatusFlags & Iphlpapi.HardwareInterface) != 0
            || !_adaptersFault.IsNone
            || _adapters.Contains(row->InterfaceLuid);
    }

    /// <summary>Whether this is one of the tunnels that Windows brings along for a time when IPv6 was new.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/ifdef/ne-ifdef-tunnel_type</remarks>
    private static bool IsTransitionTunnel(Iphlpapi.MIB_IF_ROW2* row) =>
        row->Type == Iphlpapi.IF_TYPE_TUNNEL && row->TunnelType is Iphlpapi.TUNNEL_TYPE_6TO4
            or Iphlpapi.TUNNEL_TYPE_ISATAP or Iphlpapi.TUNNEL_TYPE_TEREDO;

    private static NetworkInterfaces Convert(Iphlpapi.MIB_IF_ROW2* row) => new()
    {
        OutOctets = row->OutOctets,
        InOctets = row->InOctets,
        OutUcastPkts = row->OutUcastPkts,
        OutNUcastPkts = row->OutNUcastPkts,
        InUcastPkts = row->InUcastPkts,
        InNUcastPkts = row->InNUcastPkts,
        InErrors = row->InErrors,
        OutErrors = row->OutErrors,
        InDiscards = row->InDiscards,
        OutDiscards = row->OutDiscards,
        Up = row->OperStatus == Iphlpapi.IfOperStatusUp ? 1u : 0,
        BitsPerSecond = row->TransmitLinkSpeed is 0 or ulong.MaxValue ? null : row->TransmitLinkSpeed,
    };

    private Iphlpapi.MIB_IF_ROW2* Entry(int index) => &_table->Table + index;

    private static ReadOnlySpan<char> AliasOf(Iphlpapi.MIB_IF_ROW2* row)
    {
        ReadOnlySpan<char> alias = new(row->Alias, Iphlpapi.IF_MAX_STRING_SIZE);
        int end = alias.IndexOf('\0');
        return end < 0 ? alias : alias[..end];
    }
}
