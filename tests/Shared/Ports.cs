using System.Net;
using System.Net.Sockets;

namespace Collector.Tests.Shared;

/// <summary>Finds ports of this host that nobody uses.</summary>
internal static class Ports
{
    private static readonly HashSet<int> s_given = [];

    /// <summary>A port that is free for TCP and UDP alike, and was not given to another test.</summary>
    public static int Free()
    {
        while (true)
        {
            using Socket stream = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using Socket datagram = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            stream.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            int port = ((IPEndPoint)stream.LocalEndPoint!).Port;
            try
            {
                datagram.Bind(new IPEndPoint(IPAddress.Loopback, port));
            }
            catch (SocketException)
            {
                continue;
            }

            lock (s_given)
            {
                if (s_given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    public static bool Answers(int port)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
