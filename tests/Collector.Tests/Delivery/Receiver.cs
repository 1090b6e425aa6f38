using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.Tests.Delivery;

/// <summary>A TCP server in this process that reads only when it is told to.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private Socket? _connection;

    public Receiver(int port = 0, int receiveBuffer = 0)
    {
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        if (receiveBuffer > 0)
        {
            _listener.ReceiveBufferSize = receiveBuffer;
        }

        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public bool HasCaller => _listener.Poll(0, SelectMode.SelectRead);

    public StringBuilder Text { get; } = new();

    public void Accept() => _connection = _listener.Accept();

    /// <summary>Reads what has arrived.</summary>
    public string Read()
    {
        byte[] buffer = new byte[65536];
        while (_connection!.Available > 0)
        {
            Text.Append(Encoding.UTF8.GetString(buffer, 0, _connection.Receive(buffer)));
        }

        return Text.ToString();
    }

    /// <summary>Reads exactly so many bytes and leaves the rest where it is.</summary>
    public void ReadExactly(int bytes)
    {
        byte[] buffer = new byte[bytes];
        for (int read = 0; read < bytes;)
        {
            read += _connection!.Receive(buffer, read, bytes - read, SocketFlags.None);
        }

        Text.Append(Encoding.UTF8.GetString(buffer));
    }

    /// <summary>Closes the connection; with a reset if something is still unread.</summary>
    public void HangUp() => _connection!.Dispose();

    public void Dispose()
    {
        _connection?.Dispose();
        _listener.Dispose();
    }
}
