using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a group, which puts its sources together.</summary>
internal static class ReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names)
    {
        SourceWriter writer = CodeFile.Begin("System.CodeDom.Compiler", "Collector.Sources", "Collector.Wire");
        using (CodeFile.Class(
            writer,
            $"Reads <see cref=\"{names.Group}\"/>.",
            $"""
            internal sealed class {names.Reader}(SourceContext context, params SourceReader?[] sources)
                : GroupReader<{names.Row}>(context, sources)
            """))
        {
            writer.Line($"public override MetricGroup Group => {names.Group}.Definition;").Line();
            EmitValue(writer, group, names);
            writer.Line();
            SerializersEmitter.EmitChoice(writer, group, names);
            EmitDerive(writer, group, names);
        }

        return writer.ToString();
    }

    private static void EmitValue(SourceWriter writer, Declaration group, GroupNames names)
    {
        using (writer.Block("public override MetricValue Value(int row, int metric)"))
        {
            writer.Line($"{names.Row} values = Sample[row];");
            using (writer.Block("return !values.IsSent(metric) ? MetricValue.None : metric switch", "};"))
            {
                foreach (Metric metric in group.Metrics)
                {
                    writer.Line($"{names.Index(metric)} => MetricValue.Of(values.{GroupNames.Member(metric)}),");
                }

                writer.Line("_ => MetricValue.None,");
            }
        }
    }

    private static void EmitDerive(SourceWriter writer, Declaration group, GroupNames names)
    {
        Metric[] derived = [.. group.Metrics.Where(static metric => metric.Derived is not null)];
        if (derived.Length == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Block($"protected override void Derive({names.Row} row)"))
        {
            foreach (Metric metric in derived)
            {
                if (metric != derived[0])
                {
                    writer.Line();
                }

                EmitDerived(writer, group, names, metric);
            }
        }
    }

    private static void EmitDerived(SourceWriter writer, Declaration group, GroupNames names, Metric metric)
    {
        IEnumerable<string> conditions = metric.Derived!.Names.Distinct().Select(name => $"row.Has({names.Index(group.Find(name)!)})");
        string value = ExpressionWriter.Write(metric.Derived, name => Operand(group.Find(name)!)).Text;
        string all = string.Join(" && ", conditions);
        using (writer.Block($"if ({(all.Length == 0 ? "true" : all)})"))
        {
            writer.Line($"""
                row.{GroupNames.Member(metric)} = {value};
                row.Set({names.Index(metric)});
                """);
        }
    }

    private static Code Operand(Metric metric) => new(
        $"row.{GroupNames.Member(metric)}", Binding.Primary, metric.Unit.IsWhole ? NumberType.Whole : NumberType.Decimal);
}
