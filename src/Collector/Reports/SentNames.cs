using System.Numerics;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Reports;

/// <summary>What the metrics of a group are called on the wire, on one host.</summary>
internal static class SentNames
{
    /// <summary>The first name under which a metric is sent, and how many there are besides; a dash for none.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reader">Its group's reader, after a read; null if it has none.</param>
    /// <param name="naming">The set of names.</param>
    public static string Of(MetricInfo metric, GroupReader? reader, WireNaming naming)
    {
        ulong bit = 1ul << metric.Index;
        SentLine? best = null;
        int count = 0;
        if (reader?.CreateSerializer(naming) is GroupSerializer serializer)
        {
            for (int row = 0; row < reader.RowCount; row++)
            {
                ulong sent = reader.RowAt(row).Sent;
                foreach (SentLine line in sent == 0 ? [] : serializer.LinesOf(row))
                {
                    if ((line.Metrics & bit) == 0 || (line.Metrics & ~sent) != 0)
                    {
                        continue;
                    }

                    // Where a metric is a part of several lines, the one that it is most of tells most.
                    count++;
                    best = best is null || BitOperations.PopCount(line.Metrics) < BitOperations.PopCount(best.Metrics) ? line : best;
                }
            }
        }

        return best is null ? "-"
            : count == 1 ? HumanFormat.Name(best.Name)
            : $"{HumanFormat.Name(best.Name)} (+{count - 1} more)";
    }
}
