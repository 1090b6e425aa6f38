using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a hand-written source.</summary>
internal static class NativeReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, NativeSource source)
    {
        NativeRow native = source.Row!;
        string reader = names.ReaderOf(group, source);
        IEnumerable<string> usings = new[] { "System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Recordings", native.Namespace }
            .Distinct().Where(static name => name.Length > 0 && name != "Collector.Metrics");
        SourceWriter writer = CodeFile.Begin([.. usings]);
        string context = ReaderParts.CountsTicks(source) ? ", SourceContext context" : "";
        using (CodeFile.Class(
            writer,
            $"Reads {group.Group} from <see cref=\"{native.SourceName}\"/>.",
            $"""
            internal sealed class {reader}(INativeSource<{native.Name}> source{context})
                : SourceReader<{names.Row}>
            """))
        {
            if (context.Length > 0)
            {
                ReaderParts.EmitClock(writer, source);
                writer.Line();
            }

            ReaderParts.EmitBound(writer, names, source);
            EmitCreate(writer, group, names, reader, source, native);
            writer.Line();
            EmitFill(writer, group, names, source, native);
            writer.Line();
            using (writer.Line($"public override unsafe void Record(Sample sample, Recorder recorder) =>").Indented())
            {
                writer.Line($"recorder.Write({Literal.Text(native.Name)}, source, &PassFields{(HasFilter(group, source) ? ", sample.Filter" : "")});");
            }

            writer.Line();
            EmitAssign(writer, names, source, native);
            writer.Line();
            EmitPassFields(writer, native);
        }

        return writer.ToString();
    }

    private static void EmitCreate(
        SourceWriter writer, Declaration group, GroupNames names, string reader, NativeSource source, NativeRow native)
    {
        string create = $"new {native.SourceName}({(native.TakesContext ? "context" : "")})";
        string filter = HasFilter(group, source) ? $", context.FilterOf({names.Group}.Definition)" : "";
        string replay = $"Replay<{native.Name}>({Literal.Text(native.Name)}, &PassFields{filter})";
        string context = ReaderParts.CountsTicks(source) ? ", context" : "";
        if (source.Platform == Platform.Any)
        {
            writer.Line($"""
                /// <summary>Reads a recording, or the system where nothing was recorded.</summary>
                public static unsafe {reader} Create(SourceContext context) =>
                    new(context.Recording?.{replay} ?? {create}{context});
                """);
            return;
        }

        writer.Line($"""
            /// <summary>Reads a recording, or the system. Other systems do not carry what only {source.Platform} can call.</summary>
            """);
        using (writer.Block($"public static unsafe {reader}? Create(SourceContext context)"))
        {
            writer.Line($"""
                INativeSource<{native.Name}>? source = context.Recording is Recording recording
                    ? recording.{replay}
                    : OperatingSystem.Is{source.Platform}() ? {create} : null;
                return source is null ? null : new(source{context});
                """);
        }
    }

    /// <summary>Whether the source makes rows, some of which may be left out by default.</summary>
    private static bool HasFilter(Declaration group, NativeSource source) => group.HasInstances && !group.IsCompleting(source);

    private static void EmitFill(
        SourceWriter writer, Declaration group, GroupNames names, NativeSource source, NativeRow native)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($"""
                ReadOnlySpan<{native.Name}> rows = source.Read(out Fault fault);
                Report(fault);
                """);
            writer.Line(group.IsCompleting(source)
                ? $$"""
                for (int index = 0; index < rows.Length; index++)
                {
                    if (sample.TryGet(source.Key(index), out {{names.Row}} row) && row.Wanted != 0)
                    {
                        Assign(row, in rows[index]);
                    }
                }
                """
                : group.HasInstances
                ? $$"""
                for (int index = 0; index < rows.Length; index++)
                {
                    ReadOnlySpan<byte> key = source.Key(index);
                    if (!sample.TryNext(key, out {{names.Row}} row))
                    {
                        row = sample.Add(key, source.Name(index));
                    }

                    if (row.Wanted != 0)
                    {
                        Assign(row, in rows[index]);
                    }
                }
                """
                : """
                if (!rows.IsEmpty)
                {
                    Assign(sample[0], in rows[0]);
                }
                """);
        }
    }

    private static void EmitAssign(SourceWriter writer, GroupNames names, NativeSource source, NativeRow native)
    {
        string modifier = ReaderParts.CountsTicks(source) ? "" : "static ";
        using (writer.Block($"private {modifier}void Assign({names.Row} row, ref readonly {native.Name} native)"))
        {
            bool isFirst = true;
            foreach (FieldBinding binding in source.Fields)
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                EmitBinding(writer, names, binding, native);
            }
        }
    }

    private static void EmitBinding(SourceWriter writer, GroupNames names, FieldBinding binding, NativeRow native)
    {
        IEnumerable<string> absent = binding.Value.Names.Distinct().Where(name => native.Find(name)!.MayBeAbsent)
            .Select(static name => $"native.{name} is not null");
        string condition = string.Join(" && ", absent);
        string value = ConversionWriter.Write(
            ExpressionWriter.Write(binding.Value, name => Operand(native.Find(name)!)), binding.Metric, binding.Conversion);
        if (condition.Length == 0)
        {
            AssignmentWriter.Emit(writer, names, binding.Metric, value);
            return;
        }

        using (writer.Block($"if ({condition})"))
        {
            AssignmentWriter.Emit(writer, names, binding.Metric, value);
        }
    }

    private static void EmitPassFields(SourceWriter writer, NativeRow native)
    {
        using (writer.Block($"private static void PassFields(FieldPass fields, ref {native.Name} row)"))
        {
            foreach (NativeField field in native.Fields.Where(static field => field.Type != NumberType.None))
            {
                writer.Line($"fields.Pass({Literal.Text(field.Name)}u8, ref row.{field.Name});");
            }
        }
    }

    private static Code Operand(NativeField field)
    {
        string text = $"native.{field.Name}{(field.MayBeAbsent ? ".Value" : "")}";
        return field.IsSigned
            ? new($"(double){text}", Binding.Unary, NumberType.Decimal)
            : new(text, Binding.Primary, field.Type);
    }
}
