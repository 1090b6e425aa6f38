using System.Net.Security;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// A socket that speaks TLS. Everything happens on the loop's thread, inside the calls below: SslStream's own waits end
/// when the loop has found something to read.
/// </summary>
internal sealed class TlsSocket : NetworkSocket
{
    /// <summary>What a record holds at the most.</summary>
    private const int ChunkBytes = 16 * 1024;

    private readonly NetworkSocket _inner;
    private readonly SocketStream _stream;
    private readonly SslStream _tls;
    private readonly TlsHandshake _handshake;
    private readonly byte[] _scratch = new byte[512];
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private Task? _shaking;
    private Task<int>? _reading;
    private bool _isEnding;
    private bool _hasEnded;
    private string? _trouble;

    public TlsSocket(NetworkSocket inner, string host, TlsFiles files)
    {
        _inner = inner;
        _stream = new(inner);
        _tls = new(_stream, leaveInnerStreamOpen: false);
        _handshake = new(host, files);
    }

    public override string Trouble => _trouble ?? _inner.Trouble;

    public override string Missing => _shaking is null ? _inner.Missing : "no answer to a TLS handshake";

    public override bool HasPending => _stream.HasPending;

    public override bool IsRefusal => _inner.IsRefusal;

    public override SocketStatus Connect(Endpoint endpoint, bool isDatagram, long patience)
    {
        SocketStatus status = _inner.Connect(endpoint, isDatagram, patience);
        return status == SocketStatus.Done ? Shake(PollEvents.Unknown) : status;
    }

    public override SocketStatus FinishConnect(PollEvents seen)
    {
        if (_shaking is null)
        {
            SocketStatus status = _inner.FinishConnect(seen);
            if (status != SocketStatus.Done)
            {
                return status;
            }
        }

        return Shake(seen);
    }

    public override SocketStatus Send(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = 0;
        SocketStatus status = Flush();
        while (status == SocketStatus.Done && taken < bytes.Length)
        {
            ReadOnlySpan<byte> chunk = bytes[taken..Math.Min(taken + ChunkBytes, bytes.Length)];
            chunk.CopyTo(_chunk);
            try
            {
                // The stream below takes everything at once, so this never has to wait.
                _tls.Write(_chunk, 0, chunk.Length);
            }
            catch (Exception error) when (error is IOException or InvalidOperationException)
            {
                return Fail(error);
            }

            taken += chunk.Length;
            status = HasPending ? SocketStatus.Pending : SocketStatus.Done;
        }

        IsStarved = _inner.IsStarved;
        return taken == bytes.Length && status == SocketStatus.Pending && taken > 0 ? SocketStatus.Done : status;
    }

    public override SocketStatus Flush()
    {
        SocketStatus status = _stream.Push();
        IsStarved = _inner.IsStarved;
        if (status == SocketStatus.Failed)
        {
            return Fail(null);
        }

        if (_isEnding && !_hasEnded && !HasPending)
        {
            _hasEnded = true;
            _inner.EndSending();
        }

        return status;
    }

    public override void EndSending()
    {
        if (_isEnding)
        {
            return;
        }

        _isEnding = true;
        try
        {
            _tls.ShutdownAsync().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            _ = Fail(error);
        }

        _ = Flush();
    }

    public override SocketStatus SendPackets(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends, out int taken) =>
        throw new NotSupportedException();

    public override SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken) =>
        throw new NotSupportedException();

    public override SocketStatus Look(PollEvents seen)
    {
        if (seen == PollEvents.None)
        {
            return SocketStatus.Pending;
        }

        if (_trouble is not null || Flush() == SocketStatus.Failed)
        {
            return SocketStatus.Failed;
        }

        _stream.Pump(seen);
        try
        {
            bool hasRead = false;
            while (true)
            {
                _reading ??= _tls.ReadAsync(_scratch).AsTask();
                if (!_reading.IsCompleted)
                {
                    return hasRead ? SocketStatus.Done : SocketStatus.Pending;
                }

                int read = _reading.GetAwaiter().GetResult();
                _reading = null;
                if (read == 0)
                {
                    break;
                }

                hasRead = true;
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return Fail(error);
        }

        if (!_stream.HasEnded)
        {
            return SocketStatus.Closed;
        }

        return Fail(null);
    }

    public override SocketStatus Confirm()
    {
        SocketStatus status = _inner.Confirm();
        return status == SocketStatus.Failed ? Fail(null) : status;
    }

    public override int AddTo(PollSet set, bool wantsToWrite) =>
        _inner.AddTo(set, _shaking is null ? wantsToWrite : HasPending || (_shaking.IsCompleted && wantsToWrite));

    public override void Dispose()
    {
        _stream.Dispose();
        _tls.Dispose();
        _inner.Dispose();
    }

    private SocketStatus Shake(PollEvents seen)
    {
        if (_shaking is null)
        {
            _trouble = _handshake.Prepare(out SslClientAuthenticationOptions? options);
            if (options is null)
            {
                return SocketStatus.Failed;
            }

            _shaking = _tls.AuthenticateAsClientAsync(options);
        }

        _stream.Pump(seen);
        if (_stream.Push() == SocketStatus.Failed)
        {
            return Fail(null);
        }

        if (!_shaking.IsCompleted)
        {
            return SocketStatus.Pending;
        }

        return _shaking.IsCompletedSuccessfully ? SocketStatus.Done : Fail(_shaking.Exception?.InnerException);
    }

    private SocketStatus Fail(Exception? error)
    {
        _trouble ??= _handshake.Explain(error, _stream, isOpen: _shaking is { IsCompletedSuccessfully: true });
        return SocketStatus.Failed;
    }
}
