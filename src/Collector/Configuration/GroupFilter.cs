using Collector.Metrics;

namespace Collector.Configuration;

/// <summary>Which groups to read: those named, or all, without those named with a minus before them.</summary>
internal sealed class GroupFilter(IReadOnlyList<string> included, IReadOnlyList<string> excluded, SettingValue? setting = null)
{
    public static GroupFilter All { get; } = new([], []);

    public bool Contains(MetricGroup group) =>
        (included.Count == 0 || included.Contains(group.Name)) && !excluded.Contains(group.Name);

    /// <summary>Ends the program because none of these groups can be read.</summary>
    public void Reject(string reason) => setting?.Reject(reason);

    /// <summary>Understands <c>cpu,memory</c> and <c>-net_io</c>.</summary>
    /// <exception cref="UserError">No group, or one that there is not.</exception>
    public static GroupFilter Parse(SettingValue setting)
    {
        List<string> included = [];
        List<string> excluded = [];
        foreach (string item in setting.Values.SelectMany(static value => value.Split(',')).Select(static item => item.Trim()))
        {
            List<string> list = item.StartsWith('-') ? excluded : included;
            list.Add(KnownName(setting, item.TrimStart('-')));
        }

        GroupFilter filter = new(included, excluded, setting);
        if (!Catalog.Groups.ToArray().Any(filter.Contains))
        {
            setting.Reject($"no group is left to read; there are {KnownNames()}");
        }

        return filter;
    }

    private static string KnownName(SettingValue setting, string name)
    {
        string[] known = [.. Catalog.Groups.ToArray().Select(static group => group.Name)];
        if (name.Length == 0)
        {
            setting.Reject($"names no group; there are {KnownNames()}");
        }
        else if (!known.Contains(name))
        {
            setting.Reject($"there is no group '{name}'; {Nearest.Hint(name, known)}");
        }

        return name;
    }

    private static string KnownNames() => string.Join(", ", Catalog.Groups.ToArray().Select(static group => group.Name));
}
