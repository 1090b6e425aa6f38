using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    public const int IF_MAX_STRING_SIZE = 256;
    public const uint IF_TYPE_TUNNEL = 131;
    public const int TUNNEL_TYPE_6TO4 = 11;
    public const int TUNNEL_TYPE_ISATAP = 13;
    public const int TUNNEL_TYPE_TEREDO = 14;
    public const byte HardwareInterface = 1;
    public const byte FilterInterface = 2;
    public const int IfOperStatusUp = 1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/netioapi/nf-netioapi-getiftable2</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetIfTable2(MIB_IF_TABLE2** Table);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_table2</remarks>
    public struct MIB_IF_TABLE2
    {
        public uint NumEntries;
        public MIB_IF_ROW2 Table;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_row2</remarks>
    public struct MIB_IF_ROW2
    {
        public ulong InterfaceLuid;
        public uint InterfaceIndex;
        public Guid InterfaceGuid;
        public fixed ushort Alias[257];
        public fixed ushort Description[257];
        public uint PhysicalAddressLength;
        public fixed byte PhysicalAddress[32];
        public fixed byte PermanentPhysicalAddress[32];
        public uint Mtu;
        public uint Type;
        public int TunnelType;
        public int MediaType;
        public int PhysicalMediumType;
        public int AccessType;
        public int DirectionType;
        public byte InterfaceAndOperStatusFlags;
        public int OperStatus;
        public int AdminStatus;
        public int MediaConnectState;
        public Guid NetworkGuid;
        public int ConnectionType;
        public ulong TransmitLinkSpeed;
        public ulong ReceiveLinkSpeed;
        public ulong InOctets;
        public ulong InUcastPkts;
        public ulong InNUcastPkts;
        public ulong InDiscards;
        public ulong InErrors;
        public ulong InUnknownProtos;
        public ulong InUcastOctets;
        public ulong InMulticastOctets;
        public ulong InBroadcastOctets;
        public ulong OutOctets;
        public ulong OutUcastPkts;
        public ulong OutNUcastPkts;
        public ulong OutDiscards;
        public ulong OutErrors;
        public ulong OutUcastOctets;
        public ulong OutMulticastOctets;
        public ulong OutBroadcastOctets;
        public ulong OutQLen;
    }
}
