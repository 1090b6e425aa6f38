namespace Collector.Polling;

/// <summary>Something whose handle the loop watches while it waits.</summary>
internal interface IPolled
{
    /// <summary>Called before each wait: adds the handles to watch.</summary>
    void AddTo(PollSet set);

    /// <summary>Called after each wait: takes what was seen. Some events are shown only once.</summary>
    void AfterWait(PollSet set);
}
