using System.Diagnostics;
using Collector.Delivery;
using Collector.Polling;

namespace Collector.Tests.Delivery.Tls;

/// <summary>A TLS socket in a loop of its own: this thread's.</summary>
internal sealed class TlsRig : IDisposable
{
    private readonly PollSet _set = PollSet.Create();
    private PollSet? _polled;
    private int _index;

    public TlsRig(string host, int port, TlsFiles files)
    {
        Socket = new(NetworkSocket.Create(), host, files);
        LookupResult found = OperatingSystem.IsWindows()
            ? WindowsLookup.Find("127.0.0.1", port, mustBeLiteral: true)
            : LinuxLookup.Find("127.0.0.1", port, mustBeLiteral: true);
        Status = Socket.Connect(found.Endpoints[0], isDatagram: false, patience: 0);
    }

    public TlsSocket Socket { get; }

    public SocketStatus Status { get; private set; }

    /// <summary>Goes on until the handshake is over.</summary>
    public SocketStatus Connect()
    {
        Until(() => (Status = Socket.FinishConnect(Seen())) != SocketStatus.Pending);
        return Status;
    }

    /// <summary>Sends all of it.</summary>
    public void Send(byte[] bytes)
    {
        int sent = 0;
        Until(() =>
        {
            _ = Socket.Look(Seen());
            Status = Socket.Send(bytes.AsSpan(sent), out int taken);
            sent += taken;
            return Status == SocketStatus.Failed || (sent == bytes.Length && Socket.Flush() == SocketStatus.Done);
        });
    }

    /// <summary>Waits for the other side's end, good or bad.</summary>
    public SocketStatus End()
    {
        Until(() => (Status = Socket.Look(Seen())) is SocketStatus.Closed or SocketStatus.Failed);
        return Status;
    }

    public void Until(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed.TotalSeconds > 10)
            {
                throw new TimeoutException($"It never came true; {Status}.");
            }

            _set.Clear();
            _polled = _set;
            _index = Socket.AddTo(_set, Socket.HasPending);
            _set.Wait(2_000_000);
        }
    }

    public void Dispose()
    {
        Socket.Dispose();
        _set.Dispose();
    }

    private PollEvents Seen()
    {
        PollEvents seen = _polled?.Seen(_index) ?? PollEvents.Unknown;
        _polled = null;
        return seen;
    }
}
