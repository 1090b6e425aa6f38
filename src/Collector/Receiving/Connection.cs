using Collector.Delivery;

namespace Collector.Receiving;

/// <summary>A caller: what it sends is taken line by line, and what is not whole yet waits here.</summary>
internal sealed class Connection(ReceivingSocket socket, Sender sender, Intake intake) : IDisposable
{
    private byte[] _rest = [];
    private int _restLength;

    public ReceivingSocket Socket => socket;

    /// <summary>Reads what has come, as much as there is room for.</summary>
    /// <param name="buffer">Room that all connections share.</param>
    /// <param name="log">Takes what people should know.</param>
    /// <returns>Done if there may be more; Closed if the connection is over, in whichever way.</returns>
    public SocketStatus Read(byte[] buffer, Action<string> log)
    {
        SocketStatus status = socket.Receive(buffer.AsSpan(_restLength), out int read);
        if (status == SocketStatus.Pending)
        {
            return status;
        }

        if (status == SocketStatus.Done)
        {
            intake.Tally.Bytes += read;
            _rest.AsSpan(0, _restLength).CopyTo(buffer);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, _restLength + read);
            int taken = intake.Take(bytes, sender);
            if (taken < 0)
            {
                return SocketStatus.Closed;
            }

            Keep(bytes[taken..]);
            return status;
        }

        if (status == SocketStatus.Failed)
        {
            log($"{sender}: the connection broke: {socket.Trouble}");
        }

        // A client that sees our end after its own knows that everything was read.
        intake.End(_rest.AsSpan(0, _restLength), sender);
        return SocketStatus.Closed;
    }

    public void Dispose() => socket.Dispose();

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > _rest.Length)
        {
            _rest = new byte[Math.Min(intake.MaxRest, Math.Max(256, rest.Length * 2))];
        }

        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }
}
