using Collector.Polling;
using Collector.Sources;

namespace Collector.Scheduling;

/// <summary>Lets the loop's wait tell the sources when the system has changed what they know.</summary>
internal sealed class SourceWatch : IPolled
{
    private readonly IWatchedSource[] _sources;
    private readonly int[] _places;

    public SourceWatch(IEnumerable<IWatchedSource> sources)
    {
        _sources = [.. sources];
        _places = new int[_sources.Length];
        foreach (IWatchedSource source in _sources)
        {
            source.IsWatched = true;
        }
    }

    public void AddTo(PollSet set)
    {
        for (int index = 0; index < _sources.Length; index++)
        {
            _places[index] = _sources[index].WatchDescriptor is int descriptor ? set.Add(descriptor, PollEvents.Priority) : -1;
        }
    }

    public void AfterWait(PollSet set)
    {
        for (int index = 0; index < _sources.Length; index++)
        {
            if (_places[index] >= 0 && set.Seen(_places[index]) != PollEvents.None)
            {
                _sources[index].Invalidate();
            }
        }
    }
}
