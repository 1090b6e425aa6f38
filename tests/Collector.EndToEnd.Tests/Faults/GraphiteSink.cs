using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>A receiver in the test itself: takes any number of connections at once and can be told how to misbehave.</summary>
internal sealed class GraphiteSink : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly HashSet<Socket> _connections = [];
    private int _accepted;
    private int _ended;

    public GraphiteSink(int port = 0)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = Serve();
    }

    public int Port { get; }

    public LineAudit Audit { get; } = new();

    /// <summary>Whether it closes its side when the sender has closed the other, as all known receivers do.</summary>
    public bool AnswersEnd { get; set; } = true;

    /// <summary>Whether it reads what it is sent. What it has not read is lost by <see cref="ResetAll"/>.</summary>
    public bool IsReading { get; set; } = true;

    /// <summary>How many connections there were.</summary>
    public int Accepted => _accepted;

    /// <summary>How many of them their sender has ended in order.</summary>
    public int Ended => _ended;

    /// <summary>Resets all connections that there are now.</summary>
    public void ResetAll()
    {
        lock (_connections)
        {
            foreach (Socket connection in _connections)
            {
                connection.Close(0);
            }

            _connections.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        ResetAll();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                Socket connection = await _listener.AcceptAsync();
                Interlocked.Increment(ref _accepted);
                lock (_connections)
                {
                    _connections.Add(connection);
                }

                _ = Receive(connection);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Receive(Socket connection)
    {
        ConnectionAudit lines = Audit.Open();
        byte[] buffer = new byte[65536];
        try
        {
            while (await ReceiveWhenReading(connection, buffer) is int read and > 0)
            {
                lines.Take(buffer.AsSpan(0, read));
            }

            Interlocked.Increment(ref _ended);
            if (AnswersEnd)
            {
                Forget(connection);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            Forget(connection);
        }
    }

    private async Task<int> ReceiveWhenReading(Socket connection, byte[] buffer)
    {
        // An empty receive ends when there is something, and takes nothing of it.
        await connection.ReceiveAsync(Array.Empty<byte>());
        while (!IsReading)
        {
            await Task.Delay(10);
        }

        return await connection.ReceiveAsync(buffer);
    }

    private void Forget(Socket connection)
    {
        lock (_connections)
        {
            _connections.Remove(connection);
        }

        connection.Dispose();
    }
}
