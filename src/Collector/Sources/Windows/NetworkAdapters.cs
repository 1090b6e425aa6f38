using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Knows the interfaces that IP is bound to: what <c>ipconfig /all</c> lists.</summary>
/// <remarks>
/// The interface table also has the WAN miniports and other parts of the network stack that carry nothing of their
/// own, and nothing in the table itself tells them from virtual adapters.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NetworkAdapters
{
    private const uint Flags = Iphlpapi.GAA_FLAG_SKIP_UNICAST | Iphlpapi.GAA_FLAG_SKIP_ANYCAST
        | Iphlpapi.GAA_FLAG_SKIP_MULTICAST | Iphlpapi.GAA_FLAG_SKIP_DNS_SERVER | Iphlpapi.GAA_FLAG_SKIP_FRIENDLY_NAME;

    private const int MostAttempts = 4;

    private ulong[] _luids = [];
    private int _count;
    private uint _size = 16 * 1024;

    public bool Contains(ulong luid) => _luids.AsSpan(0, _count).Contains(luid);

    public Fault Refresh()
    {
        uint error = Iphlpapi.ERROR_BUFFER_OVERFLOW;
        for (int attempt = 0; attempt < MostAttempts && error == Iphlpapi.ERROR_BUFFER_OVERFLOW; attempt++)
        {
            error = Ask();
        }

        return error is 0 or Iphlpapi.ERROR_NO_DATA
            ? Fault.None
            : new(FaultKind.CallFailed, "GetAdaptersAddresses", (int)error);
    }

    private uint Ask()
    {
        Iphlpapi.IP_ADAPTER_ADDRESSES* adapters = (Iphlpapi.IP_ADAPTER_ADDRESSES*)NativeMemory.Alloc(_size);
        try
        {
            uint size = _size;
            uint error = Iphlpapi.GetAdaptersAddresses(Iphlpapi.AF_UNSPEC, Flags, null, adapters, &size);
            _size = Math.Max(_size, size);
            if (error != Iphlpapi.ERROR_BUFFER_OVERFLOW)
            {
                _count = 0;
                Take(error == 0 ? adapters : null);
            }

            return error;
        }
        finally
        {
            NativeMemory.Free(adapters);
        }
    }

    private void Take(Iphlpapi.IP_ADAPTER_ADDRESSES* adapter)
    {
        for (; adapter is not null; adapter = adapter->Next)
        {
            if (_count == _luids.Length)
            {
                Array.Resize(ref _luids, Math.Max(8, _count * 2));
            }

            _luids[_count++] = adapter->Luid;
        }
    }
}
