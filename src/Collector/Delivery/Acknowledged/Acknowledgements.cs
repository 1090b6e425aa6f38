using Collector.Logging;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>Ends connections to hear that the receiver has read everything, and lets go of the lines then; or sends them again.</summary>
/// <param name="mode">Whether the receiver answers at all.</param>
/// <param name="options">What the URI says.</param>
/// <param name="outbox">The lines.</param>
/// <param name="reports">Takes what is in doubt.</param>
/// <param name="log">Takes a line for people.</param>
internal sealed class Acknowledgements(
    AcknowledgementMode mode, DestinationOptions options, Outbox outbox, DeliveryReports reports, Log log)
{
    private readonly DrainingConnection _draining = new();

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsAwaited => _draining.IsOpen;

    public long NextDeadline => _draining.NextDeadline;

    /// <summary>Ends our side, and waits for the receiver's.</summary>
    public void Begin(NetworkSocket socket, long now) => _draining.Begin(socket, outbox.Sent, now + mode.Patience);

    /// <summary>Asks whether the receiver has read everything that went over the connection.</summary>
    /// <returns>False if it has not: what it may lack waits to be sent again.</returns>
    public bool Pump(long now)
    {
        long position = _draining.Position;
        switch (_draining.Pump(now))
        {
            case SocketStatus.Closed:
                outbox.Acknowledge(position);
                reports.Acknowledged();
                if (mode.Answer())
                {
                    log.Information("closes its side again: its lines are acknowledged from now on");
                }

                return true;
            case SocketStatus.Failed:
                SendAgain($"the connection ended before everything was read: {_draining.Trouble}", now);
                return false;
            default:
                return !_draining.IsOverdue(now) || Miss(now);
        }
    }

    public void AddTo(PollSet set) => _draining.AddTo(set);

    public void Close() => _draining.Close();

    private bool Miss(long now)
    {
        _draining.Close();
        if (mode.Miss())
        {
            log.Warning(mode.IsByTime
                ? $"does not close its side after ours, so nothing says what it has read: its lines are kept for "
                    + $"{Duration.Format(options.Replay)} after they were sent instead (ack=none asks for that)"
                : "does not close its side after ours any more: its lines are kept until it does, as long as there is room");
        }

        if (mode.IsSilent)
        {
            return true;
        }

        SendAgain($"has not read everything within {mode.Patience / 1000} s", now);
        return false;
    }

    private void SendAgain(string reason, long now)
    {
        outbox.SendAgain(now);
        reports.Doubted(DeliveryError.NotAcknowledged, reason);
    }
}
