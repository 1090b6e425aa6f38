using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the class that holds the values of one instance.</summary>
internal static class RowEmitter
{
    public static string Emit(Declaration group, GroupNames names)
    {
        SourceWriter writer = CodeFile.Begin("System.CodeDom.Compiler");
        if (group.Metrics.Any(metric => !IsAssigned(group, metric)))
        {
            writer.Line().Line("#pragma warning disable CS0649 // The declaration has a fault: no source binds all of its metrics.");
        }

        string what = Words(group.Instance ?? "host");
        string summary = group.HasInstances
            ? $"One {what} of <see cref=\"{names.Group}\"/>."
            : $"The {what}'s values of <see cref=\"{names.Group}\"/>.";
        using (CodeFile.Class(writer, summary, $"internal sealed class {names.Row} : Row"))
        {
            EmitValues(writer, group);
            EmitCounters(writer, group);
        }

        return writer.ToString();
    }

    private static bool IsAssigned(Declaration group, Metric metric) => metric.Derived is not null
        || group.Sources.Any(source => source.Bound.Any(bound => bound.Name == metric.Name));

    private static void EmitValues(SourceWriter writer, Declaration group)
    {
        string gap = "";
        foreach (Metric metric in group.Metrics)
        {
            string kind = metric.Kind.ToString().ToLowerInvariant();
            string description = metric.Description.TrimEnd('.');
            writer.Line($"""
                {gap}/// <summary>{Literal.Xml(description)} ({kind}, {Words(metric.Unit.Name)}).</summary>
                public {metric.Unit.Type} {GroupNames.Member(metric)};
                """);
            gap = "\n";
        }
    }

    private static void EmitCounters(SourceWriter writer, Declaration group)
    {
        foreach (Metric metric in Wrapping(group))
        {
            writer.Line($"""

                /// <summary>Extends what the kernel counts in 32 bits for <see cref="{GroupNames.Member(metric)}"/>.</summary>
                public WrappingCounter {GroupNames.Wrap(metric)};
                """);
        }
    }

    private static IEnumerable<Metric> Wrapping(Declaration group)
    {
        IEnumerable<Metric> wrapping = group.Sources.SelectMany(static source => source.Conversions)
            .Where(static bound => bound.Conversion.IsWrapping).Select(static bound => bound.Metric);
        return wrapping.Distinct().OrderBy(static metric => metric.Index);
    }

    private static string Words(string name) => name.Replace('_', ' ');
}
