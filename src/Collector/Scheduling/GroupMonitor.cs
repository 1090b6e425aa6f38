using Collector.Logging;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Scheduling;

/// <summary>Reads one group each tick, contains what goes wrong there, and reports it once.</summary>
internal sealed class GroupMonitor(GroupReader reader, Log log)
{
    private Fault _reported;
    private Fault _fault;
    private string? _reportedCrash;
    private string? _crash;

    /// <summary>Whether this tick's read failed, wholly or in part.</summary>
    public bool IsFailed => _crash is not null || !_fault.IsNone;

    /// <summary>Whether what the reader holds is of this tick.</summary>
    public bool HasSample => _crash is null;

    public void Read()
    {
        _crash = null;
        _fault = Fault.None;
        try
        {
            reader.Read();
            _fault = reader.Fault.IsFailure ? reader.Fault : Fault.None;
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    /// <summary>Takes what was thrown while this group was read or written: it costs the group its tick, and no other.</summary>
    public void Fail(Exception error) => _crash = $"{error.GetType().Name}: {error.Message}";

    /// <summary>Ends a tick: says what has changed since the last one.</summary>
    public void Report()
    {
        if (_crash == _reportedCrash && _fault == _reported)
        {
            return;
        }

        _reportedCrash = _crash;
        _reported = _fault;
        if (IsFailed)
        {
            log.Error($"{reader.Group.Name}: {_crash ?? _fault.ToString()}; it is tried again at each tick");
        }
        else
        {
            log.Information($"{reader.Group.Name}: reads again");
        }
    }
}
