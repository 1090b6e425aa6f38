using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>A server in the test itself that keeps what it is sent, and sees how the sender ends.</summary>
internal sealed class LineReceiver : IDisposable
{
    private readonly TcpListener _listener;
    private readonly StringBuilder _text = new();

    public LineReceiver(int port)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections their sender has closed in order.</summary>
    public int OrderlyEnds { get; private set; }

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await Receive(client.GetStream());
            }
        }
        catch (SocketException)
        {
            // The test is over.
        }
        catch (ObjectDisposedException)
        {
            // The same, a moment earlier.
        }
    }

    private async Task Receive(NetworkStream stream)
    {
        byte[] buffer = new byte[65536];
        try
        {
            while (await stream.ReadAsync(buffer) is int read and > 0)
            {
                lock (_text)
                {
                    _text.Append(Encoding.UTF8.GetString(buffer, 0, read));
                }
            }

            OrderlyEnds++;
        }
        catch (IOException)
        {
            // A reset: not in order.
        }
    }
}
