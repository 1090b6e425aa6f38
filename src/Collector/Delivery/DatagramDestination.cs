using Collector.Logging;
using Collector.Polling;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>Sends datagrams: what the network does not take at once is lost, and counted.</summary>
/// <remarks>Only what is written while the receiver's name is being looked up waits for the answer.</remarks>
internal sealed class DatagramDestination(DestinationOptions options, PollSet set, Log log)
    : Destination(options, log)
{
    /// <summary>Carbon loses none of so many at once; the rest of a large tick follows a little later.</summary>
    private const int MaxBurst = 40;

    private const long Pace = 20;

    /// <summary>That many ticks without a refusal show that somebody listens again: the refusal comes after the datagram.</summary>
    private const int Recovery = 3;

    /// <summary>
    /// How long an address is taken for granted, in milliseconds: datagrams that vanish on their way to an old one look
    /// like those that arrive.
    /// </summary>
    private const long AddressAge = 60_000;

    private readonly Connector _connector = new(options, set);
    private readonly Backoff _backoff = new(Random.Shared);
    private readonly Batch _batch = new();
    private NetworkSocket? _socket;
    private long _now;
    private long _retryAt;
    private long _goOnAt;
    private int _next;
    private long _renewAt = long.MaxValue;
    private long _lookAgainAt = long.MaxValue;
    private bool _isHeld;
    private long _heldLines;
    private long _dropped;
    private long _lastLines;
    private int _goodTicks;
    private string? _trouble;
    private bool _lacksAddress;
    private bool _isRefused;

    public override long LinesDropped => _dropped;

    public override long LinesWaiting => _heldLines;

    public override long NextDeadline => Math.Min(
        _connector.IsRunning ? _connector.Deadline : _socket is null ? _retryAt : long.MaxValue,
        _isHeld && (_socket is not null || !_connector.IsRunning) ? _goOnAt : long.MaxValue);

    public override void Submit(long stamp)
    {
        WireWriter lines = Writer;
        if (lines.Lines == 0)
        {
            return;
        }

        Drop(_heldLines);
        _isHeld = false;
        _heldLines = 0;
        _goodTicks++;
        _next = 0;
        _goOnAt = _now + Phase;
        if (Phase > 0 || (_socket is null && _connector.IsRunning))
        {
            _heldLines = lines.Lines;
        }
        else if (_socket is not null)
        {
            Send(lines.Bytes, lines.PacketEnds, lines.Lines);
        }
        else
        {
            Drop(lines.Lines);
        }

        if (_heldLines > 0)
        {
            _batch.Fill(lines.Bytes, lines.PacketEnds, lines.Lines, stamp);
            _isHeld = true;
        }

        if (_trouble is not null && _socket is not null && _goodTicks > Recovery)
        {
            _trouble = null;
            _renewAt = long.MaxValue;
            _backoff.Reset();
            Log.Information(_isRefused ? "datagrams are no longer refused" : "datagrams are sent again");
        }
    }

    public override void Hasten()
    {
        _retryAt = 0;
        _goOnAt = 0;
    }

    public override void Pump(long now)
    {
        _now = now;
        if (_socket is null && (_connector.IsRunning || now >= _retryAt))
        {
            Connect();
        }
        else if (now >= _lookAgainAt)
        {
            LookAgain();
        }

        if (!_isHeld || now < _goOnAt)
        {
            return;
        }

        if (_socket is not null)
        {
            Send(_batch.Bytes, _batch.PacketEnds, _heldLines);
            _isHeld = _heldLines > 0;
        }
        else if (!_connector.IsRunning)
        {
            Drop(_heldLines);
            _isHeld = false;
            _heldLines = 0;
        }
    }

    public override void AddTo(ref DeliveryCounts counts)
    {
        base.AddTo(ref counts);
        counts.LastError = Math.Max(counts.LastError, (int)(_trouble is null ? DeliveryError.None
            : _lacksAddress ? DeliveryError.CannotConnect : DeliveryError.Broken));
    }

    /// <summary>Nothing: a refusal is seen when the next datagram is sent.</summary>
    public override void AddTo(PollSet set)
    {
    }

    public override void Close()
    {
        ReportUndelivered();
        _socket?.Dispose();
        _socket = null;
        _connector.Close();
    }

    private void Connect()
    {
        switch (_connector.Pump(_now))
        {
            case SocketStatus.Done:
                Take();
                if (_lacksAddress)
                {
                    _lacksAddress = false;
                    _trouble = null;
                    _backoff.Reset();
                    Log.Information("address found");
                }

                break;
            case SocketStatus.Failed:
                _retryAt = _now + _backoff.Next();
                Drop(_heldLines);
                _isHeld = false;
                _heldLines = 0;
                _lacksAddress = true;
                Trouble($"{_connector.Error}; retrying");
                break;
            default:
                break;
        }
    }

    private void Take()
    {
        _socket?.Dispose();
        _socket = _connector.Take();
        _lookAgainAt = _connector.HasName ? _now + AddressAge : long.MaxValue;
    }

    /// <summary>Asks for the address anew while datagrams go on to the old one, which stands where nobody answers.</summary>
    private void LookAgain()
    {
        switch (_connector.Pump(_now))
        {
            case SocketStatus.Done:
                Take();
                break;
            case SocketStatus.Failed:
                _lookAgainAt = _now + AddressAge;
                break;
            default:
                break;
        }
    }

    /// <summary>Sends from <see cref="_next"/> on, as many as may go at once.</summary>
    private void Send(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, long lines)
    {
        int last = Math.Min(ends.Length, _next + MaxBurst);
        long lost = 0;
        bool wasRefused = false;
        while (_next < last)
        {
            int start = _next == 0 ? 0 : ends[_next - 1];
            SocketStatus status = _socket!.SendPackets(bytes, start, ends[_next..last], out int taken);
            _next += taken;
            BytesSent += (taken == 0 ? start : ends[_next - 1]) - start;
            if (taken > 0 || status == SocketStatus.Done)
            {
                continue;
            }

            if (_socket.IsRefusal && !wasRefused)
            {
                // That is about an earlier datagram; this one was not tried, and may be now.
                wasRefused = true;
                continue;
            }

            start = _next == 0 ? 0 : ends[_next - 1];
            lost += Count(bytes[start..ends[_next]]);
            _next++;
            if (!_socket.IsRefusal)
            {
                _isRefused = false;
                Trouble($"a datagram was not sent: {SystemError.Describe(_socket.Error)}");
            }
        }

        if (wasRefused)
        {
            _dropped += _lastLines;
            _isRefused = true;
            Trouble($"{SystemError.Describe(_socket!.Error)}: nobody takes the datagrams, they are lost");
        }

        _heldLines = _next < ends.Length ? Count(bytes[ends[_next - 1]..]) : 0;
        _goOnAt = _now + Pace;
        _lastLines = lines - _heldLines - lost;
        LinesSent += _lastLines;
        _dropped += lost;
        if (wasRefused || lost > 0)
        {
            RenewWhenDue(wasRefused);
        }
    }

    /// <summary>
    /// The receiver may have moved to another address, or this host may have: so from time to time its name is looked
    /// up again, and the socket made anew. In between the datagrams go where they went: that may be right after all.
    /// </summary>
    private void RenewWhenDue(bool isRefused)
    {
        if (_renewAt == long.MaxValue)
        {
            _renewAt = _now + _backoff.Next();
        }

        if (_now < _renewAt || _heldLines > 0)
        {
            return;
        }

        // The answer to the last datagrams would have come to this socket.
        _dropped += isRefused ? _lastLines : 0;
        _lastLines = 0;
        _socket!.Dispose();
        _socket = null;
        _retryAt = _now;
        _renewAt = long.MaxValue;
    }

    private void Trouble(string text)
    {
        _goodTicks = 0;
        if (text != _trouble)
        {
            _trouble = text;
            Log.Warning(text);
        }
    }

    private void Drop(long lines) => _dropped += lines;

    private static int Count(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n');
}
