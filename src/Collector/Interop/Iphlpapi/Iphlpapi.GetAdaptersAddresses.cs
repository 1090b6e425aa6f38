using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    public const uint AF_UNSPEC = 0;
    public const uint GAA_FLAG_SKIP_UNICAST = 0x1;
    public const uint GAA_FLAG_SKIP_ANYCAST = 0x2;
    public const uint GAA_FLAG_SKIP_MULTICAST = 0x4;
    public const uint GAA_FLAG_SKIP_DNS_SERVER = 0x8;
    public const uint GAA_FLAG_SKIP_FRIENDLY_NAME = 0x20;
    public const uint ERROR_BUFFER_OVERFLOW = 111;
    public const uint ERROR_NO_DATA = 232;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getadaptersaddresses</remarks>
    [LibraryImport("iphlpapi")]
    public static partial uint GetAdaptersAddresses(
        uint Family,
        uint Flags,
        void* Reserved,
        IP_ADAPTER_ADDRESSES* AdapterAddresses,
        uint* SizePointer);

    /// <summary>The structure up to the last field that is read; the system says where the next one stands.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/iptypes/ns-iptypes-ip_adapter_addresses_lh</remarks>
    public struct IP_ADAPTER_ADDRESSES
    {
        public uint Length;
        public uint IfIndex;
        public IP_ADAPTER_ADDRESSES* Next;
        public byte* AdapterName;
        public void* FirstUnicastAddress;
        public void* FirstAnycastAddress;
        public void* FirstMulticastAddress;
        public void* FirstDnsServerAddress;
        public char* DnsSuffix;
        public char* Description;
        public char* FriendlyName;
        public fixed byte PhysicalAddress[8];
        public uint PhysicalAddressLength;
        public uint Flags;
        public uint Mtu;
        public uint IfType;
        public int OperStatus;
        public uint Ipv6IfIndex;
        public fixed uint ZoneIndices[16];
        public void* FirstPrefix;
        public ulong TransmitLinkSpeed;
        public ulong ReceiveLinkSpeed;
        public void* FirstWinsServerAddress;
        public void* FirstGatewayAddress;
        public uint Ipv4Metric;
        public uint Ipv6Metric;
        public ulong Luid;
    }
}
