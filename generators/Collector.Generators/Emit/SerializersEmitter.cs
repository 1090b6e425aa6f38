using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the class that puts a group's samples on a wire: names are data, values are code.</summary>
internal static class SerializersEmitter
{
    public static string Emit(Declaration group, GroupNames names)
    {
        string[] usings = ["System.CodeDom.Compiler", "Collector.Wire"];
        bool hasCollectd = group.Names.Any(static path => path.Set == NameSet.Collectd);
        SourceWriter writer = CodeFile.Begin(hasCollectd ? ["System", .. usings] : usings);
        EmitSerializer(writer, group, names);
        CollectdEmitter.Emit(writer, group, names);
        return writer.ToString();
    }

    /// <summary>The method of the reader that chooses a serializer and gives it its names.</summary>
    public static void EmitChoice(SourceWriter writer, Declaration group, GroupNames names)
    {
        string header = "public override GroupSerializer? CreateSerializer(WireNaming naming) => naming.Names switch";
        using (writer.Block(header, "};"))
        {
            foreach (NamePath path in group.Names.OfType<NamePath>())
            {
                writer.Line($"NameSet.{path.Set} => new {names.Serializer}(Sample, naming, {Template(group, names, path)}),");
            }

            if (group.Names.OfType<CollectdPath>().Any())
            {
                writer.Line($"NameSet.Collectd => new {names.CollectdSerializer}(Sample, naming),");
            }

            writer.Line($"""
                NameSet.Tagged => new {names.Serializer}(Sample, naming, PathTemplate.Tagged({names.Group}.Definition)),
                _ => null,
                """);
        }
    }

    /// <summary>Metrics as bits.</summary>
    public static string Bits(IEnumerable<Metric> metrics)
    {
        ulong bits = 0;
        foreach (Metric metric in metrics)
        {
            bits |= 1ul << metric.Index;
        }

        return $"0x{bits:x}";
    }

    private static string Template(Declaration group, GroupNames names, NamePath path)
    {
        if (path.IsDefault)
        {
            return $"PathTemplate.Native({names.Group}.Definition)";
        }

        string escape = group.HasInstances ? $", InstanceEscape.{path.Escape}" : "";
        string subset = path.Metrics.Count == group.Metrics.Count ? "" : $", Metrics: {Bits(path.Metrics)}";
        return $"new({Literal.Text(path.Template)}{escape}{subset})";
    }

    private static void EmitSerializer(SourceWriter writer, Declaration group, GroupNames names)
    {
        using (CodeFile.Class(
            writer,
            $"Writes {group.Group} on any wire, under names that have a line for each metric.",
            $"""
            internal sealed class {names.Serializer}(Sample sample, WireNaming naming, PathTemplate path)
                : PathSerializer(sample, naming, {names.Group}.Definition, path)
            """))
        using (writer.Block("public override void Write(WireWriter writer)"))
        using (writer.Block($"foreach ({names.Row} row in Sample.Rows)"))
        {
            writer.Line("""
                if (row.Sent == 0)
                {
                    continue;
                }

                LineNames names = NamesOf(row);
                ulong sent = row.Sent & names.Lines;
                """);
            foreach (Metric metric in group.Metrics)
            {
                writer.Line($$"""

                    if (Has(sent, {{names.Index(metric)}}))
                    {
                        {{Line(names, metric)}}
                    }
                    """);
            }
        }
    }

    private static string Line(GroupNames names, Metric metric)
    {
        string decimals = metric.Unit.IsWhole ? "" : $", {metric.Unit.Decimals}";
        return $"writer.{(metric.IsCounter ? "Count" : "Gauge")}(names, {names.Index(metric)}, row.{GroupNames.Member(metric)}{decimals});";
    }
}
