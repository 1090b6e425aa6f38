using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>Stands between the collector and a real receiver, and plays it false as it is told.</summary>
internal sealed class FaultyProxy : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly int _receiver;
    private readonly Dictionary<FaultKind, int> _seen = [];

    public FaultyProxy(int receiver)
    {
        _receiver = receiver;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = Serve();
    }

    public int Port { get; }

    /// <summary>Sees every line that the collector sends, those too that never reach the receiver.</summary>
    public LineAudit Audit { get; } = new();

    /// <summary>What happens to the next connection.</summary>
    public Func<Fault> Next { get; set; } = static () => Fault.None;

    /// <summary>How many connections did not end well.</summary>
    public int Faults
    {
        get
        {
            lock (_seen)
            {
                return _seen.Sum(static seen => seen.Key == FaultKind.None ? 0 : seen.Value);
            }
        }
    }

    /// <summary>How often a fault came to pass.</summary>
    public int Count(FaultKind kind)
    {
        lock (_seen)
        {
            return _seen.GetValueOrDefault(kind);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                Socket sender = await _listener.AcceptAsync();
                _ = Forward(sender, Next());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Forward(Socket sender, Fault fault)
    {
        FaultKind happened = FaultKind.None;
        try
        {
            using ProxiedConnection connection = new(sender, _receiver, fault, Audit.Open());
            happened = await connection.Run();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Either side is gone: so is the other then.
        }

        lock (_seen)
        {
            _seen[happened] = _seen.GetValueOrDefault(happened) + 1;
        }
    }
}
