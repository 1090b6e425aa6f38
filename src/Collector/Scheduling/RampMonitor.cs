using Collector.Logging;
using Collector.Wire;

namespace Collector.Scheduling;

/// <summary>Says when new series wait for their turn, and when the last of them is out: once each.</summary>
internal sealed class RampMonitor(FirstSeenRamp ramp, Log log)
{
    private bool _hasWaited;
    private bool _isDone;

    /// <summary>Ends a tick.</summary>
    public void Report()
    {
        if (_isDone || (ramp.Held > 0) == _hasWaited)
        {
            return;
        }

        _isDone = _hasWaited;
        _hasWaited = true;
        log.Information(_isDone
            ? "every new series has been sent; none waits any more"
            : $"{ramp.Held} new series wait for their turn; {ramp.Rate} a minute are sent");
    }
}
