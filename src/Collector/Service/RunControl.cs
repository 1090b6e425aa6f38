using Collector.Polling;

namespace Collector.Service;

/// <summary>What others want a run to do. Its calls are safe from any thread, also before the loop has begun.</summary>
/// <param name="set">What the loop sleeps on.</param>
internal sealed class RunControl(PollSet set)
{
    private volatile bool _isStopping;
    private volatile bool _mustReload;

    /// <summary>Whether the run shall end.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Whether the configuration shall be read again.</summary>
    public bool MustReload => _mustReload;

    /// <summary>Ends the run.</summary>
    public void Stop()
    {
        _isStopping = true;
        set.Wake();
    }

    /// <summary>Has the configuration read again.</summary>
    public void Reload()
    {
        _mustReload = true;
        set.Wake();
    }

    /// <summary>Whether the configuration shall be read again; asked for once.</summary>
    public bool TakeReload()
    {
        bool must = _mustReload;
        _mustReload = false;
        return must;
    }
}
