using Collector.Polling;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>Takes Graphite lines and sends them as carbon's pickle messages over another socket.</summary>
/// <param name="inner">What carries the messages.</param>
internal sealed class PickleSocket(NetworkSocket inner) : NetworkSocket
{
    private readonly PickleMessage _message = new();
    private int _sent;

    public override string Trouble => inner.Trouble;

    public override bool HasPending => _sent < _message.Bytes.Length;

    public override bool IsRefusal => inner.IsRefusal;

    public override SocketStatus Connect(Endpoint endpoint, bool isDatagram, long patience) =>
        inner.Connect(endpoint, isDatagram, patience);

    public override SocketStatus FinishConnect(PollEvents seen) => inner.FinishConnect(seen);

    /// <summary>Takes whole lines only, as many as a message has room for, and none while the last message is not out.</summary>
    public override SocketStatus Send(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = 0;
        SocketStatus status = Flush();
        while (status == SocketStatus.Done && taken < bytes.Length)
        {
            taken += _message.Fill(bytes[taken..]);
            _sent = 0;
            status = Flush();
        }

        // What was taken waits here, and goes before anything else.
        return status == SocketStatus.Pending && taken == bytes.Length && taken > 0 ? SocketStatus.Done : status;
    }

    public override SocketStatus Flush()
    {
        if (!HasPending)
        {
            return SocketStatus.Done;
        }

        SocketStatus status = inner.Send(_message.Bytes[_sent..], out int taken);
        IsStarved = inner.IsStarved;
        _sent += taken;
        return status;
    }

    public override void EndSending() => inner.EndSending();

    public override SocketStatus Confirm() => inner.Confirm();

    public override SocketStatus SendPackets(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends, out int taken) =>
        throw new NotSupportedException();

    public override SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken) => inner.Receive(seen, bytes, out taken);

    public override SocketStatus Look(PollEvents seen) => inner.Look(seen);

    public override int AddTo(PollSet set, bool wantsToWrite) => inner.AddTo(set, wantsToWrite);

    public override void Dispose() => inner.Dispose();
}
