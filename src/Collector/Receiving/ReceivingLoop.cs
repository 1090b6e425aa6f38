using Collector.Delivery;
using Collector.Polling;
using Collector.Scheduling;

namespace Collector.Receiving;

/// <summary>The loop: sleeps until something comes, takes it, and shows it. Everything runs on one thread.</summary>
internal sealed class ReceivingLoop(PollSet set, IReadOnlyList<Port> ports, LineReport report, LineOutput output, LineOutput errors)
    : IDisposable
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>How much is read at once, besides what is left of the read before.</summary>
    private const int ReadBytes = 256 * 1024;

    /// <summary>How many datagrams are read before others have their turn.</summary>
    private const int MostDatagrams = 256;

    /// <summary>When to try again to write where no wait can tell.</summary>
    private const long WritePatience = 10 * NanosecondsPerMillisecond;

    /// <summary>When to accept again after the system had nothing left for a connection.</summary>
    private const long AcceptPatience = 1000 * NanosecondsPerMillisecond;

    /// <summary>How long a stop may take to read and to write what is there.</summary>
    private const long EndPatience = 1000 * NanosecondsPerMillisecond;

    private readonly List<Connection> _connections = [];
    private readonly byte[] _buffer = new byte[ReadBytes + ports.Max(static port => port.Intake.MaxRest)];
    private long _acceptAt;

    /// <summary>Whether the last wait was for all sockets, and knows at which there is news.</summary>
    private bool _isWatched;
    private volatile bool _isStopping;

    /// <summary>When to end at the latest; monotonic nanoseconds.</summary>
    public long Deadline { get; init; } = long.MaxValue;

    /// <summary>How long nothing may come, once something has; nanoseconds.</summary>
    public long Idle { get; init; } = long.MaxValue;

    /// <summary>How often to call <see cref="OnInterval"/>; nanoseconds.</summary>
    public long Interval { get; init; } = long.MaxValue;

    /// <summary>Whether to end when nobody reads the output any more, even if there is nothing to write.</summary>
    public bool NeedsReader { get; init; }

    public Action OnInterval { get; init; } = static () => { };

    /// <summary>Ends <see cref="Run"/>. Safe from any thread.</summary>
    public void Stop()
    {
        _isStopping = true;
        set.Wake();
    }

    /// <summary>Receives until it is time to stop.</summary>
    public ReceivingEnd Run()
    {
        ReceivingEnd? end = null;
        long next = Interval == long.MaxValue ? long.MaxValue : MonotonicClock.Nanoseconds + Interval;
        long last = long.MaxValue;
        while (end is null)
        {
            bool mayRead = Flush();
            long now = MonotonicClock.Nanoseconds;
            if (mayRead && Sweep(now))
            {
                last = now;
                Flush();
            }

            if (now >= next)
            {
                OnInterval();
                next += Interval * (1 + ((now - next) / Interval));
                Flush();
            }

            long quiet = last == long.MaxValue || Idle == long.MaxValue ? long.MaxValue : last + Idle;
            end = output.IsClosed ? ReceivingEnd.OutputClosed
                : report.IsFull ? ReceivingEnd.Full
                : _isStopping ? ReceivingEnd.Stopped
                : now >= Deadline ? ReceivingEnd.TimeIsUp
                : now >= quiet ? ReceivingEnd.Quiet
                : null;
            if (end is null)
            {
                bool hasMore = last == now;
                Sleep(hasMore ? now : Math.Min(next, Math.Min(Deadline, quiet)), now);
            }
        }

        return Finish(end.Value);
    }

    public void Dispose()
    {
        foreach (Connection connection in _connections)
        {
            connection.Dispose();
        }

        foreach (Port port in ports)
        {
            port.Dispose();
        }
    }

    /// <summary>Takes what has already come, and closes everything in good order.</summary>
    private ReceivingEnd Finish(ReceivingEnd end)
    {
        long deadline = MonotonicClock.Nanoseconds + EndPatience;
        for (long now = 0; now < deadline; now = MonotonicClock.Nanoseconds)
        {
            bool mayRead = Flush();
            _isWatched = false;
            if (output.IsClosed)
            {
                end = ReceivingEnd.OutputClosed;
                break;
            }

            if (mayRead && (report.IsFull || !Sweep(now)) && Flush())
            {
                break;
            }

            if (!mayRead)
            {
                Sleep(deadline, now);
            }
        }

        Dispose();
        return end;
    }

    /// <summary>Hands over what the system takes now.</summary>
    /// <returns>Whether nothing has to wait, so that more may be read.</returns>
    private bool Flush()
    {
        report.Flush();
        return !output.HasPending && !errors.HasPending;
    }

    /// <summary>Accepts whoever calls and reads what has come.</summary>
    /// <returns>Whether there was anything, so that there may be more.</returns>
    private bool Sweep(long now)
    {
        bool hasMore = false;
        foreach (Port port in ports)
        {
            hasMore |= now >= _acceptAt && HasNews(port.Callers) && Accept(port, now);
            hasMore |= port.Datagrams is not null && HasNews(port.Datagrams) && ReadDatagrams(port);
        }

        for (int index = _connections.Count - 1; index >= 0 && !report.IsFull; index--)
        {
            Connection connection = _connections[index];
            if (!HasNews(connection.Socket))
            {
                continue;
            }

            SocketStatus status = connection.Read(_buffer, report.Log);
            hasMore |= status != SocketStatus.Pending;
            if (status == SocketStatus.Closed)
            {
                connection.Dispose();
                _connections.RemoveAt(index);
            }

            if (!Flush())
            {
                break;
            }
        }

        return hasMore;
    }

    private bool HasNews(ReceivingSocket socket) => !_isWatched || socket.HasNews(set);

    private bool Accept(Port port, long now)
    {
        bool hasAny = false;
        while (true)
        {
            PeerAddress caller = new();
            switch (port.Callers.Accept(caller, out ReceivingSocket? socket))
            {
                case SocketStatus.Done:
                    port.Intake.Tally.Connections++;
                    _connections.Add(new(socket!, new() { Address = caller }, port.Intake));
                    hasAny = true;
                    continue;
                case SocketStatus.Failed:
                    report.Log($"cannot accept a connection: {port.Callers.Trouble}; trying again");
                    _acceptAt = now + AcceptPatience;
                    return hasAny;
                default:
                    return hasAny;
            }
        }
    }

    private bool ReadDatagrams(Port port)
    {
        bool hasAny = false;
        for (int datagram = 0; datagram < MostDatagrams && !report.IsFull; datagram++)
        {
            SocketStatus status = port.Datagrams!.ReceiveFrom(_buffer, port.Sender.Address, out int read);
            if (status == SocketStatus.Failed)
            {
                report.Log($"cannot read datagrams: {port.Datagrams.Trouble}");
            }

            if (status != SocketStatus.Done)
            {
                return hasAny;
            }

            hasAny = true;
            port.Intake.Tally.Datagrams++;
            port.Intake.Tally.Bytes += read;
            port.Intake.TakeDatagram(_buffer.AsSpan(0, read), port.Sender);
        }

        return hasAny;
    }

    private void Sleep(long until, long now)
    {
        set.Clear();
        _isWatched = !output.HasPending && !errors.HasPending;
        if (!_isWatched)
        {
            LineOutput full = output.HasPending ? output : errors;
            full.AddTo(set);
            until = full.IsWatchable ? until : Math.Min(until, now + WritePatience);
        }
        else
        {
            AddSockets(now);
            if (NeedsReader)
            {
                output.Watch(set);
            }

            until = now < _acceptAt ? Math.Min(until, _acceptAt) : until;
        }

        set.Wait(until - MonotonicClock.Nanoseconds);
        output.Look();
    }

    private void AddSockets(long now)
    {
        foreach (Port port in ports)
        {
            if (now >= _acceptAt)
            {
                port.Callers.AddTo(set);
                if (port.Callers.SpeaksForAll)
                {
                    return;
                }
            }

            port.Datagrams?.AddTo(set);
        }

        foreach (Connection connection in _connections)
        {
            connection.Socket.AddTo(set);
        }
    }
}
