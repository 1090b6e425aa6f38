using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a hand-written source.</summary>
internal static class NativeReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, NativeSource source)
    {
        NativeRow native = source.Row!;
        IEnumerable<string> usings = new[] { "System", "System.CodeDom.Compiler", "Collector.Sources", native.Namespace }
            .Distinct().Where(static name => name.Length > 0 && name != "Collector.Metrics");
        SourceWriter writer = CodeFile.Begin([.. usings]);
        using (CodeFile.Class(
            writer,
            $"Reads {group.Group} from <see cref=\"{native.SourceName}\"/>.",
            $"internal sealed class {names.ReaderOf(source.Platform)}{(WantsContext(source) ? "(SourceContext context)" : "")} : {names.Reader}"))
        {
            string argument = native.TakesContext ? "context" : "";
            writer.Line($"private readonly {native.SourceName} _source = new({argument});");
            FileReaderParts.EmitClock(writer, source.Fields.Select(static field => field.Conversion));
            writer.Line();
            EmitRead(writer, group, names, native);
            writer.Line();
            EmitAssign(writer, names, source, native);
        }

        return writer.ToString();
    }

    /// <summary>Whether the reader has a use for the context of the sources.</summary>
    public static bool WantsContext(NativeSource source) => source.Row!.TakesContext || CountsTicks(source);

    private static bool CountsTicks(NativeSource source) =>
        source.Fields.Any(static field => field.Conversion.Scale.Kind == ScaleKind.ClockTicks);

    private static void EmitRead(SourceWriter writer, Declaration group, GroupNames names, NativeRow native)
    {
        string derive = FileReaderParts.HasDerived(group) ? "\n    Derive(row);" : "";
        using (writer.Block("public override void Read()"))
        {
            writer.Line($"""
                ReadOnlySpan<{native.Name}> rows = _source.Read(out Fault fault);
                Fault = fault;
                Sample.Begin();
                """);
            writer.Line(group.HasInstances
                ? $$"""
                for (int index = 0; index < rows.Length; index++)
                {
                    ReadOnlySpan<byte> key = _source.Key(index);
                    if (!Sample.TryNext(key, out {{names.Row}} row))
                    {
                        row = Sample.Add(key, _source.Name(index));
                    }

                    Assign(row, in rows[index]);{{derive}}
                }

                """
                : $$"""
                {{names.Row}} row = Sample.Next(default);
                if (!rows.IsEmpty)
                {
                    Assign(row, in rows[0]);{{derive}}
                }

                """);
            writer.Line("Sample.End();");
        }
    }

    private static void EmitAssign(SourceWriter writer, GroupNames names, NativeSource source, NativeRow native)
    {
        string modifier = CountsTicks(source) ? "" : "static ";
        using (writer.Block($"private {modifier}void Assign({names.Row} row, ref readonly {native.Name} source)"))
        {
            bool isFirst = true;
            foreach (FieldBinding binding in source.Fields)
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                Code raw = ExpressionWriter.Write(
                    binding.Value, name => new($"source.{name}", Binding.Primary, native.Find(name)!.Type));
                AssignmentWriter.Emit(
                    writer, names, binding.Metric, ConversionWriter.Write(raw, binding.Metric, binding.Conversion));
            }
        }
    }
}
