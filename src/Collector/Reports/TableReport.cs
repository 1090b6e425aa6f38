using System.Globalization;
using System.Text;
using Collector.Metrics;

namespace Collector.Reports;

/// <summary>One reading of a host as tables for people.</summary>
internal static class TableReport
{
    public static string Render(string host, DateTimeOffset time, IReadOnlyList<GroupReader> readers)
    {
        StringBuilder text = new();
        text.Append(HumanFormat.Name(host)).Append(time.ToString("  yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Append('\n');
        foreach (GroupReader reader in readers)
        {
            int[] shown = [.. Enumerable.Range(0, reader.Group.Metrics.Length).Where(metric => HasAny(reader, metric))];
            if (shown.Length > 0)
            {
                text.Append('\n');
                TableOf(reader, shown).AppendTo(text);
            }
        }

        return text.ToString();
    }

    private static TextTable TableOf(GroupReader reader, int[] shown)
    {
        TextTable table = new();
        table.Add([reader.Group.Name, .. shown.Select(metric => reader.Group.Metrics[metric].Name)]);
        for (int row = 0; row < reader.RowCount; row++)
        {
            if (reader.RowAt(row).Wanted == 0)
            {
                continue;
            }

            int current = row;
            table.Add([
                $"  {HumanFormat.Name(reader.RowAt(row).Instance.Name)}",
                .. shown.Select(metric => HumanFormat.Value(reader.Value(current, metric), reader.Group.Metrics[metric].Unit))]);
        }

        return table;
    }

    private static bool HasAny(GroupReader reader, int metric) =>
        Enumerable.Range(0, reader.RowCount).Any(row => reader.Value(row, metric).IsPresent);
}
