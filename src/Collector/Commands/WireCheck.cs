using Collector.Configuration;
using Collector.Counters;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Commands;

/// <summary>Finds counters of the configuration that would be sent under a name that another metric has.</summary>
internal static class WireCheck
{
    /// <summary>Looks at the rows of the last read. Declared groups were looked at when the collector was built.</summary>
    /// <exception cref="UserError">Two metrics have one name.</exception>
    public static void Require(IReadOnlyList<GroupReader> readers, IEnumerable<WireNaming> namings)
    {
        if (!readers.Any(static reader => reader.Group is ConfiguredGroup))
        {
            return;
        }

        foreach (WireNaming naming in namings)
        {
            Dictionary<string, string> taken = new(StringComparer.Ordinal);

            // The configured ones come last, so that it is they who are told.
            foreach (GroupReader reader in readers.OrderBy(static reader => reader.Group is ConfiguredGroup))
            {
                Claim(reader, naming, taken);
            }
        }
    }

    private static void Claim(GroupReader reader, WireNaming naming, Dictionary<string, string> taken)
    {
        if (reader.CreateSerializer(naming) is not GroupSerializer serializer)
        {
            return;
        }

        for (int row = 0; row < reader.RowCount; row++)
        {
            foreach (SentLine line in serializer.LinesOf(row))
            {
                string metric = NameOf(reader.Group, line);
                if (!taken.TryAdd(line.Name, metric) && reader.Group is ConfiguredGroup && taken[line.Name] != metric)
                {
                    throw new UserError(
                        ExitCode.InvalidConfiguration,
                        $"{SettingKey.Counters}: '{metric}' would be sent as {line.Name}, which is what {taken[line.Name]} is sent as " +
                        $"under {naming.Names.ToString().ToLowerInvariant()} names; choose another name");
                }
            }
        }
    }

    private static string NameOf(MetricGroup group, SentLine line)
    {
        IEnumerable<string> metrics = group.Metrics.ToArray()
            .Where(metric => ((line.Metrics >> metric.Index) & 1) != 0).Select(static metric => metric.Name);
        return $"{group.Name}.{string.Join('+', metrics)}";
    }
}
