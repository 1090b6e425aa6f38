using System.Globalization;
using System.Text;
using Collector.Metrics;

namespace Collector.Reports;

/// <summary>What a configuration means to those who receive it: series, points, bytes, and carbon's files.</summary>
internal static class PlanReport
{
    /// <summary>carbon's MAX_CREATES_PER_MINUTE as Debian ships it; the first points beyond it are lost, unlogged.</summary>
    private const long CreatesPerMinute = 50;

    /// <param name="destination">What is planned, for the heading.</param>
    /// <param name="groups">What each group sends in a tick.</param>
    /// <param name="interval">The time between two ticks.</param>
    /// <param name="hosts">How many hosts like this one there are.</param>
    /// <param name="retention">What carbon keeps of a series; null for a destination that is not Graphite.</param>
    /// <param name="firstSeenRate">How many new series a host sends in a minute; 0 for all at once.</param>
    public static string Render(
        string destination, IReadOnlyList<GroupPlan> groups, TimeSpan interval, long hosts, Retention? retention,
        int firstSeenRate = 0)
    {
        StringBuilder text = new();
        text.Append(HumanFormat.Name(destination)).Append("\n\n");
        AddGroups(text, groups);

        long series = groups.Sum(static group => group.Series);
        long bytes = groups.Sum(static group => group.Bytes);
        TextTable table = new();
        table.Add(hosts == 1 ? ["", "this host"] : ["", "this host", $"{Count(hosts)} hosts"]);
        AddRow(table, "series", series, hosts, Count);
        AddRow(table, "points a second", series / interval.TotalSeconds, hosts, Rate);
        AddRow(table, "bytes a second", bytes / interval.TotalSeconds, hosts, Rate);
        if (retention is not null)
        {
            AddRow(table, $"disk of carbon at {retention.Text}", series * retention.FileBytes, hosts, Size);
        }

        text.Append('\n');
        table.AppendTo(text);
        if (retention is not null)
        {
            AddCreates(text, series, hosts, firstSeenRate);
        }

        return text.ToString();
    }

    private static void AddGroups(StringBuilder text, IReadOnlyList<GroupPlan> groups)
    {
        TextTable table = new();
        table.Add("group", "series", "bytes a tick");
        foreach (GroupPlan group in groups)
        {
            table.Add($"  {group.Group}", Count(group.Series), Count(group.Bytes));
        }

        table.AppendTo(text);
    }

    private static void AddRow(TextTable table, string name, double value, long hosts, Func<double, string> format) =>
        table.Add(hosts == 1 ? [name, format(value)] : [name, format(value), format(value * hosts)]);

    private static void AddCreates(StringBuilder text, long series, long hosts, int firstSeenRate)
    {
        string carbon = $"{CreatesPerMinute} new series a minute (carbon's MAX_CREATES_PER_MINUTE as Debian ships it)";
        long together = firstSeenRate * hosts;
        text.Append('\n');
        if (firstSeenRate > 0)
        {
            string fleet = hosts == 1 ? "" : $"; {Count(hosts)} hosts together send {Count(together)} new ones a minute";
            text.Append($"With --first-seen-rate {firstSeenRate} every series is sent after {Minutes(series, firstSeenRate)}{fleet}.\n");
        }

        text.Append(firstSeenRate > 0 && together <= CreatesPerMinute
            ? $"That is within {carbon}.\n"
            : $"""
            At {carbon} all of them have a file after
            {Minutes(series * hosts, CreatesPerMinute)}; until then the others' points are lost without a log line. Raise it for the roll-out.

            """);
    }

    private static string Minutes(long series, long rate)
    {
        double minutes = Math.Ceiling((double)series / rate);
        return minutes == 1 ? "a minute"
            : minutes < 60 ? $"{minutes} minutes"
            : HumanFormat.Value(MetricValue.Of(minutes * 60), "seconds");
    }

    private static string Count(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Rate(double number) => number.ToString(number < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);

    private static string Size(double bytes) => HumanFormat.Value(MetricValue.Of(bytes), "bytes");
}
