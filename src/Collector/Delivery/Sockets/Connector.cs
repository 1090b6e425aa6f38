using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// Makes a connection to the first of several receivers that answers, in their order. In the spirit of RFC 8305 nobody is
/// waited for alone: another address is tried after a moment, another receiver after a second, and the first that answers wins.
/// </summary>
/// <param name="options">Who the receivers are.</param>
/// <param name="set">What the loop sleeps on.</param>
/// <param name="patience">How many milliseconds the receiver may leave what was sent without an acknowledgement.</param>
internal sealed class Connector(DestinationOptions options, PollSet set, long patience = 0)
{
    /// <summary>How long a receiver has to answer before the next one is tried beside it, in milliseconds.</summary>
    private const long Headstart = 1_000;

    private readonly ReceiverAttempt[] _attempts =
        [.. options.Receivers.Select(receiver => new ReceiverAttempt(options, receiver, set, patience))];

    private ReceiverAttempt? _winner;
    private long _startedAt;
    private int _begun;

    /// <summary>Whether an attempt is under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>When there is something to do even if nothing happens; monotonic milliseconds.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Why the last attempt failed.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Whether a receiver has a name, and so may have another address later.</summary>
    public bool HasName => Array.Exists(_attempts, static attempt => attempt.IsName);

    /// <summary>Whose address it was that answered.</summary>
    public Receiver Receiver => (_winner ?? _attempts[0]).Receiver;

    /// <summary>Starts an attempt, or goes on with it.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    /// <returns>Done once a connection stands: <see cref="Take"/> hands it over.</returns>
    public SocketStatus Pump(long now)
    {
        if (!IsRunning)
        {
            IsRunning = true;
            _begun = 0;
        }

        for (int index = 0; index < _attempts.Length; index++)
        {
            if (index == _begun)
            {
                if (index > 0 && now < _startedAt + Headstart && !_attempts[index - 1].HasFailed)
                {
                    break;
                }

                _attempts[index].Begin();
                _startedAt = now;
                _begun++;
            }

            if (_attempts[index].Pump(now))
            {
                return End(_attempts[index]);
            }
        }

        if (_begun == _attempts.Length && Array.TrueForAll(_attempts, static attempt => attempt.HasFailed))
        {
            return End(null);
        }

        Deadline = _begun < _attempts.Length ? _startedAt + Headstart : long.MaxValue;
        foreach (ReceiverAttempt attempt in _attempts.AsSpan(0, _begun))
        {
            Deadline = Math.Min(Deadline, attempt.Deadline);
        }

        return SocketStatus.Pending;
    }

    /// <summary>Hands over the connected socket.</summary>
    public NetworkSocket Take() => _winner!.Take();

    /// <summary>Adds the sockets that wait for their peers to the next wait.</summary>
    public void AddTo(PollSet set)
    {
        foreach (ReceiverAttempt attempt in _attempts)
        {
            attempt.AddTo(set);
        }
    }

    public void Close() => Array.ForEach(_attempts, static attempt => attempt.Close());

    private SocketStatus End(ReceiverAttempt? winner)
    {
        IsRunning = false;
        Deadline = long.MaxValue;
        _winner = winner;
        foreach (ReceiverAttempt attempt in _attempts)
        {
            attempt.Close();
        }

        if (winner is not null)
        {
            return SocketStatus.Done;
        }

        Error = _attempts is [ReceiverAttempt only]
            ? only.Error
            : string.Join("; ", _attempts.Select(static attempt => $"{attempt.Receiver.Text}: {attempt.Error}"));
        return SocketStatus.Failed;
    }
}
