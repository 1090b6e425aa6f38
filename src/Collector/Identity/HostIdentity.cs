using Collector.Polling;

namespace Collector.Identity;

/// <summary>What this host is called now. The name is never stored: it is read again when the system has another one.</summary>
/// <param name="template">What is made of the system's name.</param>
/// <param name="expected">Which names are this host's own.</param>
/// <param name="root">The folder that stands for <c>/</c>; another host's name stays as it is.</param>
internal sealed class HostIdentity(HostTemplate template, ExpectedHost expected, string root) : IPolled
{
    private readonly HostNameWatch? _watch =
        template.FollowsSystem && root == "/" ? HostNameWatch.Create() : null;

    /// <summary>The name.</summary>
    public string Name { get; private set; } = template.NameOn(root);

    /// <summary>Whether it is the host's own. Until it is, nothing may be sent under it.</summary>
    public bool IsExpected => expected.Admits(Name);

    /// <summary>Which names are this host's own.</summary>
    public ExpectedHost Expected => expected;

    /// <summary>Looks whether the name has changed. Nothing is allocated if it has not.</summary>
    public bool Refresh()
    {
        if (_watch is null || !_watch.HasChanged())
        {
            return false;
        }

        string before = Name;
        Name = template.NameOn(root);
        return Name != before;
    }

    public void AddTo(PollSet set) => _watch?.AddTo(set);

    public void AfterWait(PollSet set) => _watch?.AfterWait(set);
}
