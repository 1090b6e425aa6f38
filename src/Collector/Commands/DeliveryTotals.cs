using Collector.Delivery;
using Collector.Scheduling;

namespace Collector.Commands;

/// <summary>What became of all lines of a run, those for destinations that it had for a part of its time included.</summary>
internal sealed class DeliveryTotals
{
    private long _sent;
    private long _dropped;
    private long _kept;
    private long _merged;

    /// <summary>Lines that nobody will have.</summary>
    public long Undelivered { get; private set; }

    /// <summary>Takes destinations that have ended.</summary>
    public void Add(IEnumerable<Destination> destinations)
    {
        foreach (Destination destination in destinations)
        {
            _sent += destination.LinesSent;
            _dropped += destination.LinesDropped;
            _kept += destination.LinesKept;
            _merged += destination.LinesMerged;
            Undelivered += destination.LinesUndelivered;
        }
    }

    /// <summary>Takes the lines that waited for this host's name in vain.</summary>
    public void AddHeld(Agent agent)
    {
        _dropped += agent.LinesHeldDropped;
        Undelivered += agent.LinesHeld;
    }

    public override string ToString()
    {
        string spooled = _kept > 0 ? $", in the spool: {_kept}" : "";
        string folded = _merged > 0 ? $", merged into later ones: {_merged}" : "";
        return $"lines sent: {_sent}, dropped: {_dropped}, not delivered: {Undelivered}{spooled}{folded}";
    }
}
