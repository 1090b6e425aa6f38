using Collector.Filters;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Explaining;

/// <summary>Finds what a user means by <c>cpu[0].user</c>, <c>cpu.user</c>, or a path that a graph is drawn from.</summary>
/// <param name="groups">All groups that there are.</param>
/// <param name="readers">Those that this host has, after their first read.</param>
/// <param name="namings">The sets of names that paths are looked for in.</param>
internal sealed class MetricQuery(
    IReadOnlyList<MetricGroup> groups, IReadOnlyList<GroupReader> readers, IReadOnlyList<WireNaming> namings)
{
    /// <summary>How many instances are named where there are many.</summary>
    private const int MaxNames = 8;

    /// <summary>The metrics that are meant: all instances of one, or all that a path is computed from.</summary>
    /// <exception cref="UserError">There is no such thing.</exception>
    public IReadOnlyList<MetricTarget> Find(string text)
    {
        FilterItem? item = FilterParser.Parse(WithoutLabel(text), out _);
        MetricGroup[] named = [.. groups.Where(group => group.Name == item?.Group)];
        return named.Length > 0 && item!.Sign == FilterSign.Only ? ByName(item, named) : ByPath(text) ?? throw Unknown(text);
    }

    /// <summary>What <c>list</c> shows as <c>cpu.&lt;processor&gt;.user</c> is <c>cpu.user</c> of any processor.</summary>
    private static string WithoutLabel(string text)
    {
        int start = text.IndexOf(".<", StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf(">.", start, StringComparison.Ordinal);
        return end < 0 ? text : text[..start] + text[(end + 1)..];
    }

    /// <param name="item">What was written.</param>
    /// <param name="named">The groups of that name: counters of the configuration may add to one.</param>
    private MetricTarget[] ByName(FilterItem item, MetricGroup[] named)
    {
        string[] known = [.. named.SelectMany(static group => group.Metrics.ToArray()).Select(static metric => metric.Name)];
        if (item.Metric is null)
        {
            throw Wrong($"'{item.Text}' is a group; name one of its metrics: {string.Join(", ", known)}");
        }

        MetricGroup group = Array.Find(named, group => Provenance.Find(group, item.Metric) is not null)
            ?? throw Wrong($"there is no metric '{item.Metric}' in {item.Group}; {Nearest.Hint(item.Metric, known)}");
        MetricInfo metric = Provenance.Find(group, item.Metric)!;
        GroupReader? reader = readers.FirstOrDefault(candidate => candidate.Group == group);
        int[] rows = [.. Enumerable.Range(0, reader?.RowCount ?? 0)];
        if (item.Instance is null || rows.Length == 0)
        {
            return rows.Length == 0 ? [new(group, metric, reader, -1)] : [.. rows.Select(row => new MetricTarget(group, metric, reader, row))];
        }

        MetricTarget[] targets = [.. rows.Where(row => Glob.IsMatch(item.Instance, reader!.RowAt(row).Instance.Name))
            .Select(row => new MetricTarget(group, metric, reader, row))];
        return targets.Length > 0 ? targets : throw Wrong(NoInstance(item, reader!));
    }

    private static string NoInstance(FilterItem item, GroupReader reader)
    {
        if (reader.Group.InstanceLabel is not string label)
        {
            return $"'{item.Text}': {reader.Group.Name} has no instances; leave the brackets out";
        }

        string[] names = [.. Enumerable.Range(0, reader.RowCount).Select(row => reader.RowAt(row).Instance.Name)];
        string more = names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "";
        return $"there is no {label} '{item.Instance}' here; there are {string.Join(", ", names.Take(MaxNames))}{more}";
    }

    /// <summary>The metrics behind the path that has most in common with the text; null if none has its end.</summary>
    private MetricTarget[]? ByPath(string text)
    {
        string path = WirePath.Clean(text);
        QueriedLine? best = null;
        int most = 0;
        foreach (QueriedLine line in Lines())
        {
            int common = WirePath.Common(path, line.Line.Name, line.Naming.Stem);
            if (common > most)
            {
                most = common;
                best = line;
            }
        }

        return best is null ? null : [.. MetricTarget.Of(best.Reader, best.Row, best.Line.Metrics)];
    }

    private List<QueriedLine> Lines()
    {
        List<QueriedLine> lines = [];
        foreach (GroupReader reader in readers)
        {
            foreach (WireNaming naming in namings)
            {
                GroupSerializer? serializer = reader.CreateSerializer(naming);
                for (int row = 0; serializer is not null && row < reader.RowCount; row++)
                {
                    foreach (SentLine line in serializer.LinesOf(row))
                    {
                        lines.Add(new(reader, naming, row, line));
                    }
                }
            }
        }

        return lines;
    }

    private UserError Unknown(string text)
    {
        string typed = WirePath.Clean(text);
        IEnumerable<string> metrics = groups.SelectMany(static group => group.Metrics.ToArray().Select(metric => $"{group.Name}.{metric.Name}"));
        string? nearest = Nearest.To(typed, metrics.Concat(Lines().Select(static found => found.Line.Name)));
        return Wrong(nearest is null
            ? $"there is no metric '{text}', and nothing that is sent is called so; see collector list"
            : $"there is no metric '{text}'; did you mean '{nearest}'?");
    }

    private static UserError Wrong(string message) => new(ExitCode.WrongCommandLine, message);
}
