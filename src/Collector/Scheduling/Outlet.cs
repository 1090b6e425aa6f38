using Collector.Delivery;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Scheduling;

/// <summary>A destination, and what writes its lines under the name that this host has now.</summary>
/// <param name="route">The destination, and what its lines are called.</param>
/// <param name="readers">The groups.</param>
/// <param name="ramp">Lets new series out by and by; null to send them at once.</param>
internal sealed class Outlet(Route route, IReadOnlyList<GroupReader> readers, FirstSeenRamp? ramp)
{
    private GroupSerializer?[] _serializers = [];
    private HeldLines? _held;
    private long _heldDropped;

    public Destination Destination => route.Destination;

    /// <summary>Lines that wait for this host's name.</summary>
    public long LinesHeld => _held?.Lines ?? 0;

    /// <summary>Lines that waited for it and found no room, ever.</summary>
    public long LinesHeldDropped => _heldDropped + (_held?.DroppedLines ?? 0);

    /// <summary>Takes over the lines that wait for this host's name from one that had the same destination.</summary>
    public void TakeOver(Outlet before)
    {
        _held = before._held;
        _heldDropped = before._heldDropped;
        before._held = null;
        before._heldDropped = 0;
    }

    /// <summary>Writes lines under this name from now on, and hands over those that waited for it.</summary>
    /// <param name="host">The host's name, unless the destination has one of its own.</param>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Name(string host, long now)
    {
        WireNaming naming = route.FollowsHost ? route.Naming.For(host) : route.Naming;
        _held?.Release(naming, now);
        _heldDropped = LinesHeldDropped;
        _held = null;
        WriteAs(naming);
    }

    /// <summary>Keeps lines until this host has a name, unless the destination has one for it.</summary>
    /// <param name="capacity">The most bytes of them.</param>
    public void Hold(long capacity)
    {
        WireNaming naming = route.FollowsHost ? route.Naming.For(HeldLines.Placeholder) : route.Naming;
        _held = route.FollowsHost ? _held ?? new(Destination, naming, capacity) : null;
        WriteAs(naming);
    }

    /// <summary>Writes and hands over what the groups have read.</summary>
    /// <param name="monitors">One for each group.</param>
    /// <param name="stamp">The tick's time stamp.</param>
    /// <param name="time">When it was read, in monotonic nanoseconds.</param>
    /// <param name="ratesSince">No rate begins before this.</param>
    public void Write(GroupMonitor[] monitors, long stamp, long time, long ratesSince)
    {
        WireWriter writer = _held?.Writer ?? Destination.Writer;
        writer.Begin(stamp, time, ratesSince);
        for (int group = 0; group < _serializers.Length; group++)
        {
            if (!monitors[group].HasSample)
            {
                continue;
            }

            try
            {
                _serializers[group]?.Write(writer);
            }
            catch (Exception error)
            {
                monitors[group].Fail(error);
            }
        }

        writer.End();
        if (_held is null)
        {
            Destination.Submit(stamp);
        }
        else
        {
            _held.Keep(stamp);
        }
    }

    private void WriteAs(WireNaming naming)
    {
        _serializers = [.. readers.Select(reader => reader.CreateSerializer(naming))];
        foreach (GroupSerializer serializer in _serializers.OfType<GroupSerializer>())
        {
            serializer.Ramp = ramp;
        }
    }
}
