using Collector.Polling;

namespace Collector.Identity;

/// <summary>Notices that the system calls itself something else.</summary>
internal abstract class HostNameWatch : IPolled
{
    public static HostNameWatch Create() => OperatingSystem.IsWindows() ? new WindowsHostNameWatch() : new LinuxHostNameWatch();

    /// <summary>Whether the name may have changed since the last call. Nothing is allocated.</summary>
    public abstract bool HasChanged();

    public virtual void AddTo(PollSet set)
    {
    }

    public virtual void AfterWait(PollSet set)
    {
    }
}
