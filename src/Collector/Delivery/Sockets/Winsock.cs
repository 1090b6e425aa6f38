using Collector.Interop;

namespace Collector.Delivery;

/// <summary>Winsock wants to be started before its first use, once in a process.</summary>
internal static unsafe class Winsock
{
    /// <summary>More than any WSADATA takes.</summary>
    private const int DataBytes = 1024;

    private static bool s_isStarted;

    public static void Start()
    {
        if (!s_isStarted)
        {
            byte* data = stackalloc byte[DataBytes];
            s_isStarted = Ws2_32.WSAStartup(Ws2_32.Version22, data) == 0;
        }
    }
}
