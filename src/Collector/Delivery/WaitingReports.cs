using Collector.Logging;

namespace Collector.Delivery;

/// <summary>Says once what has changed for a destination whose lines wait in memory.</summary>
/// <param name="destination">Whose lines they are.</param>
/// <param name="log">Takes a line for people.</param>
/// <param name="full">What to say when there is no room for all that waits.</param>
internal sealed class WaitingReports(Destination destination, Log log, string full)
{
    private string? _trouble;
    private DeliveryError _error;
    private bool _wasOpen;
    private bool _isFull;
    private long _droppedBefore;

    /// <summary>What is wrong at the moment.</summary>
    public DeliveryError Error => _isFull ? DeliveryError.Full : _error;

    /// <summary>It does not work, and is tried again. The same trouble again is no news.</summary>
    public void Failed(DeliveryError error, string trouble)
    {
        _error = error;
        if (trouble != _trouble)
        {
            _trouble = trouble;
            log.Warning(destination.IsIdle ? $"{trouble}; retrying" : $"{trouble}; retrying, {Destination.Waiting(destination.LinesWaiting)}");
        }
    }

    /// <summary>It works, for the first time or after trouble.</summary>
    /// <param name="first">What to say for the first time.</param>
    /// <param name="again">What to say after that.</param>
    /// <param name="waiting">How many lines waited.</param>
    /// <param name="dropped">How many lines found no room, ever.</param>
    public void Opened(string first, string again, long waiting, long dropped)
    {
        string text = _wasOpen ? again : first;
        if (_trouble is not null && waiting > 0)
        {
            text += waiting == 1 ? ", sending 1 line that waited" : $", sending {waiting} lines that waited";
        }

        log.Information(dropped == _droppedBefore ? text : $"{text}; {dropped - _droppedBefore} others were dropped");
        _droppedBefore = dropped;
        _isFull = false;
        _trouble = null;
        _error = DeliveryError.None;
        _wasOpen = true;
    }

    /// <summary>Lines came to wait.</summary>
    /// <param name="dropped">How many lines found no room, ever.</param>
    public void Room(long dropped)
    {
        if (!_isFull && dropped > _droppedBefore)
        {
            _isFull = true;
            log.Error(full);
        }
    }

    /// <summary>Nothing waits any more: if it should be too much again, that is worth a report again.</summary>
    /// <param name="dropped">How many lines found no room, ever.</param>
    public void CaughtUp(long dropped)
    {
        if (_isFull)
        {
            _isFull = false;
            log.Information($"caught up; {dropped - _droppedBefore} lines were dropped");
            _droppedBefore = dropped;
        }
    }
}
