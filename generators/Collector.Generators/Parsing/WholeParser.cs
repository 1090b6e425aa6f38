using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>of</c>: the metric that another one is a part of. Done last, since it may be declared further down.</summary>
internal static class WholeParser
{
    public static void Parse(DeclarationFile file, MetricTable table)
    {
        for (int index = 0; index < table.Count; index++)
        {
            Metric part = table.Metrics[index];
            Node? node = Shape.Optional(table.NodeOf(part), "of");
            if (node is null || !Shape.IsText(file, node, "of") || table.Find(file, node) is not Metric whole)
            {
                continue;
            }

            if (FaultOf(part, whole) is string fault)
            {
                file.Report(Descriptors.BadWhole, node, part.Name, whole.Name, fault);
            }
            else
            {
                table.Replace(part with { Of = whole.Name });
            }
        }
    }

    private static string? FaultOf(Metric part, Metric whole) =>
        part.Index == whole.Index ? "which is itself; name the metric that holds it"
        : part.Unit != whole.Unit ? $"which counts {whole.Unit.Name} and not {part.Unit.Name}; name a metric of the same unit"
        : part.IsCounter || whole.IsCounter ? "since a running total has no share; name it for gauges only"
        : null;
}
