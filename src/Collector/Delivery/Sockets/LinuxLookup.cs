using System.Globalization;
using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>getaddrinfo of the C library.</summary>
internal static unsafe class LinuxLookup
{
    public static LookupResult Find(string host, int port, bool mustBeLiteral)
    {
        Libc.addrinfo hints = new()
        {
            ai_flags = mustBeLiteral ? Libc.AI_NUMERICHOST : 0,
            ai_family = Libc.AF_UNSPEC,
            ai_socktype = Libc.SOCK_STREAM,
        };

        Libc.addrinfo* first = null;
        int error = Libc.getaddrinfo(host, port.ToString(CultureInfo.InvariantCulture), &hints, &first);
        if (error != 0)
        {
            return new([], error == Libc.EAI_SYSTEM
                ? SystemError.Describe(Marshal.GetLastPInvokeError())
                : Marshal.PtrToStringUTF8((nint)Libc.gai_strerror(error)) ?? $"getaddrinfo gave {error}");
        }

        List<Endpoint> endpoints = [];
        for (Libc.addrinfo* info = first; info != null; info = info->ai_next)
        {
            endpoints.Add(new(info->ai_family, new ReadOnlySpan<byte>(info->ai_addr, (int)info->ai_addrlen).ToArray()));
        }

        Libc.freeaddrinfo(first);
        return new([.. endpoints], null);
    }
}
