namespace Collector.Sources;

/// <summary>A question that several sources have for the system: asked once in a tick, whoever is the first to need it.</summary>
internal abstract class SharedQuery(SourceContext context)
{
    private long _tick = -1;
    private Fault _fault;

    /// <summary>Sees to it that the answer is this tick's.</summary>
    public Fault Refresh()
    {
        if (_tick != context.Tick)
        {
            _tick = context.Tick;
            _fault = Ask();
        }

        return _fault;
    }

    /// <summary>Asks the system; what it said before is void, whether this succeeds or not.</summary>
    protected abstract Fault Ask();
}
