using Collector.Logging;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>Says once what has changed for a destination, and what follows from it.</summary>
/// <param name="log">Takes a line for people.</param>
/// <param name="outbox">What waits.</param>
/// <param name="memory">How much may wait in memory, as people write it.</param>
/// <param name="disk">How much may wait on the disk, as people write it; null where there is none.</param>
internal sealed class DeliveryReports(Log log, Outbox outbox, string memory, string? disk)
{
    /// <summary>A disk that has taken lines for so many milliseconds works again.</summary>
    private const long DiskTrust = 60_000;

    private string? _trouble;
    private string? _doubt;
    private bool _wasOpen;
    private bool _isFull;
    private bool _isDiskInTrouble;
    private long _diskFailedAt;
    private long _droppedBefore;

    /// <summary>What is wrong at the moment.</summary>
    public DeliveryError Error { get; private set; }

    private string Waiting => Destination.Waiting(outbox.WaitingLines);

    /// <summary>It does not work, and is tried again. The same trouble again is no news.</summary>
    public void Failed(DeliveryError error, string trouble)
    {
        Error = error;
        if (trouble != _trouble)
        {
            _trouble = trouble;
            log.Warning(outbox.WaitingLines == 0 ? $"{trouble}; retrying" : $"{trouble}; retrying, {Waiting}");
        }
    }

    /// <summary>What was sent is not known to have been read. It is said once, until something was read again.</summary>
    public void Doubted(DeliveryError error, string trouble)
    {
        Error = error;
        if (trouble == _doubt)
        {
            return;
        }

        _doubt = trouble;
        log.Warning($"{trouble}; {(outbox.WaitingLines == 1 ? "1 line is" : $"{outbox.WaitingLines} lines are")} sent again");
    }

    /// <summary>Something was read to its end.</summary>
    public void Acknowledged() => _doubt = null;

    /// <summary>It works, for the first time or again.</summary>
    /// <param name="receiver">Who it is, where there are several; else null.</param>
    public void Opened(Receiver? receiver)
    {
        string text = _wasOpen ? "connected again" : "connected";
        text += receiver is null ? "" : $" to {receiver.Host}:{receiver.Port}";
        long waiting = outbox.WaitingLines;
        if (_trouble is not null && waiting > 0)
        {
            text += waiting == 1 ? ", sending 1 line that waited" : $", sending {waiting} lines that waited";
        }

        long dropped = outbox.DroppedLines - _droppedBefore;
        log.Information(dropped == 0 ? text : $"{text}; {dropped} older ones were dropped");
        _droppedBefore = outbox.DroppedLines;
        _isFull = false;
        _trouble = null;
        _wasOpen = true;
        Error = DeliveryError.None;
    }

    /// <summary>Looks whether there is room for what waits, on the disk and at all.</summary>
    /// <param name="diskError">The system's code of what keeps the disk from taking lines; 0 if it does.</param>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Room(int diskError, long now)
    {
        if (diskError != 0)
        {
            _diskFailedAt = now;
        }

        // A full disk has room for a moment whenever something was acknowledged: that is no news.
        bool isInTrouble = diskError != 0 || (_isDiskInTrouble && now - _diskFailedAt < DiskTrust);
        if (isInTrouble != _isDiskInTrouble)
        {
            _isDiskInTrouble = isInTrouble;
            if (isInTrouble)
            {
                log.Error($"the spool takes no lines: {SystemError.Describe(diskError)}; up to {memory} of them wait in memory meanwhile");
            }
            else
            {
                log.Information("the spool takes lines again");
            }
        }

        if (!_isFull && outbox.DroppedLines > _droppedBefore)
        {
            _isFull = true;
            string limit = disk is null ? memory : isInTrouble ? $"as much as the disk takes and {memory} more" : disk;
            log.Error($"{limit} of lines wait already: from now on the oldest are dropped");
        }

        Error = isInTrouble ? DeliveryError.Disk : _isFull ? DeliveryError.Full
            : Error is DeliveryError.Disk or DeliveryError.Full ? DeliveryError.None : Error;
    }

    /// <summary>Nothing waits any more: if it should be too much again, that is worth a report again.</summary>
    public void CaughtUp()
    {
        if (outbox.HasBacklog)
        {
            return;
        }

        Error = Error is DeliveryError.NotAcknowledged or DeliveryError.Full ? DeliveryError.None : Error;
        if (_isFull)
        {
            _isFull = false;
            log.Information($"caught up; {outbox.DroppedLines - _droppedBefore} older lines were dropped");
            _droppedBefore = outbox.DroppedLines;
        }
    }

    /// <summary>The end.</summary>
    /// <param name="undelivered">Lines that are given up.</param>
    /// <param name="unsent">Those of them that were not even sent.</param>
    /// <param name="kept">Lines that the next process will send.</param>
    public void Ended(long undelivered, long unsent, long kept)
    {
        if (undelivered > 0)
        {
            string lines = undelivered == 1 ? "1 line was" : $"{undelivered} lines were";
            log.Error(unsent == 0 ? $"{lines} sent, but not acknowledged" : $"{lines} not delivered");
        }

        if (kept > 0)
        {
            log.Information(kept == 1 ? "1 line stays in the spool" : $"{kept} lines stay in the spool");
        }
    }
}
