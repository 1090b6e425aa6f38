using System.Threading.Tasks.Sources;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// What lies below TLS: a socket whose calls never wait, as a stream. What the socket does not take waits here, and a read
/// that finds nothing is completed by <see cref="Pump"/>, on the loop's thread: no other thread ever comes into it.
/// </summary>
internal sealed class SocketStream(NetworkSocket socket) : Stream, IValueTaskSource<int>
{
    /// <summary>The least and the most that a record's type may be: what begins otherwise is no TLS.</summary>
    private const byte FirstRecordType = 20;
    private const byte LastRecordType = 24;

    private ManualResetValueTaskSourceCore<int> _read;
    private Memory<byte> _wanted;
    private bool _isReading;
    private bool _hasRead;
    private byte[] _pending = [];
    private int _pendingStart;
    private int _pendingEnd;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the socket has yet to take something.</summary>
    public bool HasPending => _pendingStart < _pendingEnd;

    /// <summary>Whether the reader was told that the peer has ended its side.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the peer's first byte cannot begin a TLS record.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Why the socket failed, in words; null while it works.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Hands over what has come to the read that waits for it; again and again, for each may want more.</summary>
    public void Pump(PollEvents seen)
    {
        while (_isReading)
        {
            SocketStatus status = Receive(seen, _wanted.Span, out int taken);
            if (status == SocketStatus.Pending)
            {
                return;
            }

            _isReading = false;
            _wanted = default;
            if (status == SocketStatus.Failed)
            {
                _read.SetException(new IOException(Trouble));
            }
            else
            {
                _read.SetResult(taken);
            }
        }
    }

    /// <summary>Hands over what waits.</summary>
    public SocketStatus Push()
    {
        if (!HasPending)
        {
            return SocketStatus.Done;
        }

        SocketStatus status = socket.Send(_pending.AsSpan(_pendingStart, _pendingEnd - _pendingStart), out int taken);
        _pendingStart += taken;
        if (status == SocketStatus.Failed)
        {
            Trouble ??= socket.Trouble;
        }

        return status;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            // Asks for no more than a sign that something has come; the read that follows waits as well.
            return ValueTask.FromResult(0);
        }

        SocketStatus status = Receive(PollEvents.Unknown, buffer.Span, out int taken);
        if (status == SocketStatus.Failed)
        {
            return ValueTask.FromException<int>(new IOException(Trouble));
        }

        if (status != SocketStatus.Pending)
        {
            return ValueTask.FromResult(taken);
        }

        _wanted = buffer;
        _isReading = true;
        return new(this, _read.Version);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int taken = 0;
        if (!HasPending && socket.Send(buffer, out taken) == SocketStatus.Failed)
        {
            Trouble ??= socket.Trouble;
            throw new IOException(Trouble);
        }

        Keep(buffer[taken..]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    int IValueTaskSource<int>.GetResult(short token)
    {
        try
        {
            return _read.GetResult(token);
        }
        finally
        {
            _read.Reset();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _read.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _read.OnCompleted(continuation, state, token, flags);

    protected override void Dispose(bool disposing)
    {
        if (_isReading)
        {
            // Whoever reads lets go of its buffers only when the read ends.
            _isReading = false;
            _wanted = default;
            _read.SetResult(0);
        }

        base.Dispose(disposing);
    }

    private SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken)
    {
        SocketStatus status = socket.Receive(seen, bytes, out taken);
        if (status == SocketStatus.Failed)
        {
            Trouble ??= socket.Trouble;
        }

        HasEnded |= status == SocketStatus.Closed;
        if (taken > 0 && !_hasRead)
        {
            _hasRead = true;
            IsForeign = bytes[0] is < FirstRecordType or > LastRecordType;
        }

        return status;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return;
        }

        if (!HasPending)
        {
            _pendingStart = _pendingEnd = 0;
        }

        if (_pendingEnd + rest.Length > _pending.Length)
        {
            Array.Resize(ref _pending, Math.Max(_pendingEnd + rest.Length, 2 * _pending.Length));
        }

        rest.CopyTo(_pending.AsSpan(_pendingEnd));
        _pendingEnd += rest.Length;
    }
}
