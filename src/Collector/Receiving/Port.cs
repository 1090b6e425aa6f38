using Collector.Delivery;

namespace Collector.Receiving;

/// <summary>A port that is listened on for one wire: over TCP, over UDP, or both.</summary>
internal sealed class Port(Intake intake) : IDisposable
{
    private const int MaxAttempts = 20;

    /// <summary>Where callers are accepted.</summary>
    public ReceivingSocket Callers { get; private set; } = ReceivingSocket.Create();

    /// <summary>Datagrams; null if none are listened for.</summary>
    public ReceivingSocket? Datagrams { get; private set; }

    public Intake Intake => intake;

    /// <summary>Who sent the datagram that is read.</summary>
    public Sender Sender { get; } = new() { IsDatagram = true };

    /// <summary>Where it listens.</summary>
    public PeerAddress Address { get; private set; } = new();

    /// <summary>Takes the port.</summary>
    /// <param name="address">Where to listen; port 0 is any that is free.</param>
    /// <param name="takesDatagrams">Whether to listen for datagrams as well.</param>
    /// <exception cref="UserError">The port cannot be had.</exception>
    public void Open(PeerAddress address, bool takesDatagrams)
    {
        bool isAny = address.Port == 0;
        for (int attempt = 1; ; attempt++)
        {
            Address = PeerAddress.Of(address.Bytes.AsSpan(0, address.Length));
            Callers = ReceivingSocket.Create();
            Datagrams = takesDatagrams ? ReceivingSocket.Create() : null;
            if (Callers.Listen(Address, isDatagram: false) != SocketStatus.Done)
            {
                throw Refusal(Callers, "TCP");
            }

            if (Datagrams is null || Datagrams.Listen(Address, isDatagram: true) == SocketStatus.Done)
            {
                return;
            }

            if (!isAny || !Datagrams.IsTaken || attempt == MaxAttempts)
            {
                throw Refusal(Datagrams, "UDP");
            }

            // The port that the system found for TCP is somebody else's for UDP: the next one, then.
            Dispose();
        }
    }

    public void Dispose()
    {
        Callers.Dispose();
        Datagrams?.Dispose();
    }

    private UserError Refusal(ReceivingSocket socket, string transport)
    {
        string option = intake.Tally.Wire switch
        {
            ReceivedWire.Graphite => "--graphite PORT",
            ReceivedWire.Statsd => "--statsd PORT",
            _ => "--pickle PORT",
        };
        string why = socket.IsTaken ? $"another process has the port; choose another one ({option})"
            : socket.IsNoAddress ? "this host has no such address; choose another one (--bind ADDRESS)"
            : socket.Trouble;
        return new(ExitCode.Unreachable, $"cannot listen for {intake.Tally.Name} on {Address} ({transport}): {why}");
    }
}
