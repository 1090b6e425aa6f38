using System.Globalization;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Finds the metrics, instances and facts that paths name.</summary>
internal sealed class PathBinder(IReadOnlyList<MetricGroup> groups, Platform platform, NamedTargets targets)
{
    private const string Host = "host";

    /// <summary>A metric or a fact.</summary>
    public BoundValue Bind(PathExpression path)
    {
        if (path.Group == Host)
        {
            return path.Instance is null ? Fact(path) : throw new ExpressionError(path.InstancePlace, "facts have no instances; leave the brackets out");
        }

        InstanceSelector selector = Select(path);
        MetricGroup group = selector.Group;
        if (path.Metric is null)
        {
            throw new ExpressionError(path.Place, $"'{path}' is a group; say which metric of it: {Names(group)}");
        }

        return Provenance.Find(group, path.Metric) is MetricInfo metric ? new BoundMetric(path, selector, metric, platform)
            : path.Metric == Functions.Count && group.InstanceLabel is not null ? new BoundCount(path, null, selector, platform)
            : throw new ExpressionError(path.MetricPlace, $"there is no metric '{path.Metric}' in {group.Name}; {Nearest.Hint(path.Metric, Known(group))}");
    }

    /// <summary>Whether a word is the name of a group.</summary>
    public bool IsGroup(string word) => word == Host || Find(word) is not null;

    /// <summary>The instances of a group.</summary>
    public InstanceSelector Select(PathExpression path)
    {
        MetricGroup group = Find(path.Group) ?? throw new ExpressionError(path.GroupPlace, NoGroup(path));
        if (group.InstanceLabel is null)
        {
            return path.Instance is null
                ? new(group, null)
                : throw new ExpressionError(path.InstancePlace, $"{group.Name} has no instances; leave the brackets out");
        }

        bool isNamed = targets.Of(group.Name) is not null;
        string? pattern = path.Instance is "*" ? null : path.Instance;
        if (!isNamed)
        {
            return new(group, pattern);
        }

        // What is read by name only cannot be looked through.
        return pattern is not null && !Glob.IsPattern(pattern) ? new(group, Target(group.Name, pattern, path.InstancePlace))
            : targets.Of(group.Name)!.Count > 0 ? new(group, pattern)
            : throw new ExpressionError(
                pattern is null && path.Instance is null ? path.GroupPlace : path.InstancePlace,
                $"a {group.InstanceLabel} is read only if it is named: {group.Name}[{ExampleOf(group.Name)}]");
    }

    private static BoundFact Fact(PathExpression path)
    {
        int index = Array.IndexOf(BoundFact.Names, path.Metric);
        return index >= 0 ? new(path, (HostFact)index)
            : path.Metric is null ? throw new ExpressionError(path.Place, $"say which fact of the host: {string.Join(", ", BoundFact.Names.Select(static name => $"{Host}.{name}"))}")
            : throw new ExpressionError(path.MetricPlace, $"there is no fact '{path.Metric}' of the host; {Nearest.Hint(path.Metric, BoundFact.Names)}");
    }

    private MetricGroup? Find(string name) => groups.FirstOrDefault(group => group.Name == name);

    private string NoGroup(PathExpression path)
    {
        string[] names = [.. groups.Select(static group => group.Name), Host];
        bool hasMetric = path.IsWord && groups.Any(group => Provenance.Find(group, path.Group) is not null);
        return hasMetric
            ? $"'{path.Group}' stands alone; say of which group: {string.Join(", ", groups.Where(group => Provenance.Find(group, path.Group) is not null).Take(4).Select(group => $"{group.Name}.{path.Group}"))}"
            : $"there is no group '{path.Group}'; {Nearest.Hint(path.Group, names)}";
    }

    private static IEnumerable<string> Known(MetricGroup group)
    {
        foreach (string name in Names(group).Split(", "))
        {
            yield return name;
        }

        if (group.InstanceLabel is not null && Provenance.Find(group, Functions.Count) is null)
        {
            yield return Functions.Count;
        }
    }

    private static string Names(MetricGroup group) => string.Join(", ", group.Metrics.ToArray().Select(static metric => metric.Name));

    /// <summary>How a target has to be written to be read.</summary>
    private static string Target(string group, string name, Place place)
    {
        if (group == "port")
        {
            bool isBare = name.All(char.IsAsciiDigit);
            string number = isBare ? name : name.StartsWith("tcp:", StringComparison.Ordinal) || name.StartsWith("udp:", StringComparison.Ordinal) ? name[4..] : "";
            return ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0 && number[0] != '0'
                ? isBare ? $"tcp:{name}" : name
                : throw new ExpressionError(place, $"'{name}' is not a port; write for example tcp:22 or udp:53, with a number from 1 to 65535");
        }

        bool isPath = name is ['/', ..] or ['\\', '\\', ..] || (name is [char drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive));
        return name.Any(char.IsControl) ? throw new ExpressionError(place, "the name has a control character in it")
            : group == "file" && !isPath ? throw new ExpressionError(place, $"'{name}' is not an absolute path")
            : name;
    }

    private static string ExampleOf(string group) => group switch
    {
        "port" => "tcp:22",
        "file" => "/etc/hosts",
        "process" => "nginx",
        _ => "sshd",
    };
}
