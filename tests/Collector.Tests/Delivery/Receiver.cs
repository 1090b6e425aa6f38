using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.Tests.Delivery;

/// <summary>A TCP server in this process that reads only when it is told to.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _left = [];
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

    /// <summary>How many connections were accepted.</summary>
    public int Connections { get; private set; }

    public void Accept()
    {
        _connection = _listener.Accept();
        Connections++;
    }

    /// <summary>Goes on with another connection, and never closes the one before.</summary>
    public void AcceptBeside()
    {
        _left.Add(_connection!);
        Accept();
    }

    /// <summary>Whether so many bytes have arrived that were not read.</summary>
    public bool Has(int bytes) => _connection!.Available >= bytes;

    /// <summary>Reads until the sender ends its side.</summary>
    public void ReadToEnd()
    {
        byte[] buffer = new byte[65536];
        while (_connection!.Receive(buffer) is int read and > 0)
        {
            Text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
    }

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
        _left.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }
}
