using System.Globalization;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>GetAddrInfoW of Winsock.</summary>
internal static unsafe class WindowsLookup
{
    public static LookupResult Find(string host, int port, bool mustBeLiteral)
    {
        Winsock.Start();
        Ws2_32.addrinfoW hints = new()
        {
            ai_flags = mustBeLiteral ? Ws2_32.AI_NUMERICHOST : 0,
            ai_family = Ws2_32.AF_UNSPEC,
            ai_socktype = Ws2_32.SOCK_STREAM,
        };

        Ws2_32.addrinfoW* first = null;
        int error = Ws2_32.GetAddrInfoW(host, port.ToString(CultureInfo.InvariantCulture), &hints, &first);
        if (error != 0)
        {
            return new([], SystemError.Describe(error));
        }

        List<Endpoint> endpoints = [];
        for (Ws2_32.addrinfoW* info = first; info != null; info = info->ai_next)
        {
            endpoints.Add(new(info->ai_family, new ReadOnlySpan<byte>(info->ai_addr, (int)info->ai_addrlen).ToArray()));
        }

        Ws2_32.FreeAddrInfoW(first);
        return new([.. endpoints], null);
    }
}
