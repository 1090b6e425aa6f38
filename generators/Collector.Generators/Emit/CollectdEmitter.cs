using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the class that sends what collectd would send: paths are data, the arithmetic is code.</summary>
internal static class CollectdEmitter
{
    public static void Emit(SourceWriter writer, Declaration group, GroupNames names)
    {
        CollectdPath[] paths = [.. group.Names.OfType<CollectdPath>()];
        if (paths.Length == 0)
        {
            return;
        }

        string escape = group.HasInstances && paths[0].Escape != InstanceEscape.Collectd ? $", InstanceEscape.{paths[0].Escape}" : "";
        using (CodeFile.Class(
            writer,
            $"Writes {group.Group} on any wire, under the names of collectd.",
            $"""
            internal sealed class {names.CollectdSerializer}(Sample sample, WireNaming naming)
                : CollectdSerializer(sample, naming, s_lines, {group.Metrics.Count}{escape})
            """))
        {
            EmitLines(writer, group, paths);
            writer.Line();
            EmitCompute(writer, group, names, paths);
        }
    }

    private static void EmitLines(SourceWriter writer, Declaration group, CollectdPath[] paths)
    {
        writer.Line("private static readonly CollectdLine[] s_lines =").Line("[");
        using (writer.Indented())
        {
            foreach (CollectdPath path in paths)
            {
                string metrics = SerializersEmitter.Bits(path.Value.Names.Select(name => group.Find(name)!));
                string form = HasRate(path.Value) ? "Fixed" : "Significant";
                writer.Line($"new({Literal.Text(path.Template)}, {metrics}, NumberForm.{form}),");
            }
        }

        writer.Line("];");
    }

    private static void EmitCompute(SourceWriter writer, Declaration group, GroupNames names, CollectdPath[] paths)
    {
        using (writer.Block($"protected override void Compute(Row sampled, Span<double> values)"))
        {
            writer.Line($"{names.Row} row = ({names.Row})sampled;");
            for (int line = 0; line < paths.Length; line++)
            {
                Code value = ExpressionWriter.Write(
                    paths[line].Value, name => Operand(group.Find(name)!), growth => Growth(group, names, growth));
                writer.Line($"values[{line}] = {value.Text};");
            }
        }
    }

    private static Code Operand(Metric metric) => new(
        $"row.{GroupNames.Member(metric)}", Binding.Primary, metric.Unit.IsWhole ? NumberType.Whole : NumberType.Decimal);

    private static Code Growth(Declaration group, GroupNames names, Expression expression)
    {
        string text = expression is RatioExpression ratio
            ? $"Ratio({Call("Growth", ratio.Counter)}, {Call("Growth", ratio.Steps)})"
            : Call("Rate", ((RateExpression)expression).Counter);
        return new(text, Binding.Primary, NumberType.Decimal);

        string Call(string method, string name)
        {
            Metric metric = group.Find(name)!;
            return $"{method}(row, {names.Index(metric)}, row.{GroupNames.Member(metric)})";
        }
    }

    private static bool HasRate(Expression expression) => expression switch
    {
        RateExpression or RatioExpression => true,
        BinaryExpression binary => HasRate(binary.Left) || HasRate(binary.Right),
        PercentExpression percent => HasRate(percent.Part) || HasRate(percent.Whole),
        _ => false,
    };
}
