using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>A sender of lines to <c>collector tail</c> that does what a test says, step by step.</summary>
internal sealed class TailClient : IDisposable
{
    private readonly TcpClient _client;

    private TailClient(IPAddress address, int port)
    {
        _client = new(address.AddressFamily);
        _client.Connect(address, port);
    }

    /// <summary>Waits until it listens, and calls it.</summary>
    public static async Task<TailClient> Connect(ChildProcess tail, string wire, IPAddress? address = null) =>
        new(address ?? IPAddress.Loopback, await TailTests.PortOf(tail, wire));

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += _client.Client.Send(bytes.AsSpan(sent));
        }
    }

    /// <summary>Ends our side.</summary>
    /// <returns>Whether the receiver then ended its own in good order.</returns>
    public bool End()
    {
        _client.Client.Shutdown(SocketShutdown.Send);
        return _client.Client.Receive(new byte[1]) == 0;
    }

    /// <summary>Goes away as a process that is killed with something unread: the connection is reset.</summary>
    public void Reset() => _client.Client.Close(0);

    public void Dispose() => _client.Dispose();
}
