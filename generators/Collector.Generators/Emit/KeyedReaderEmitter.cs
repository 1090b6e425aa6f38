using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a file of keys.</summary>
internal static class KeyedReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, KeyedFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Recordings");
        using (ReaderParts.BeginFile(writer, group, names, source, source.Path))
        {
            ReaderParts.EmitBound(writer, names, source);
            ReaderParts.EmitFile(writer, source.Path, source);
            EmitFill(writer, names, source);
            ReaderParts.EmitRecordFile(writer);
            EmitReadLine(writer, names, source);
            EmitReportMissing(writer, names, source);
        }

        return writer.ToString();
    }

    private static void EmitFill(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                {{names.Row}} row = sample[0];
                LineReader lines = new({{ReaderParts.TextOf(source)}});
                while ((row.Present & Bound) != Bound && lines.Next())
                {
                    ReadLine(row, lines.Current, lines.Number);
                }

                if ((row.Present & Bound) != Bound)
                {
                    ReportMissing(row, lines);
                }
                """);
        }
    }

    private static void EmitReadLine(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        writer.Line();
        using (writer.Block($"private void ReadLine({names.Row} row, ReadOnlySpan<byte> text, int line)"))
        {
            writer.Line("""
                FieldReader fields = new(text);
                ReadOnlySpan<byte> key = fields.NextKey();
                """);
            string choice = "if";
            foreach (KeyBinding binding in source.Keys)
            {
                using (writer.Block($"{choice} (key.SequenceEqual({Literal.Text(binding.Key)}u8))"))
                {
                    ColumnBinding column = new(binding.Metric, 1, binding.Conversion, IsOptional: false);
                    AssignmentWriter.EmitColumn(writer, names, column, declares: true);
                }

                choice = "else if";
            }

            writer.Line().Line("Report(fields.FaultIn(_file.Path, line));");
        }
    }

    private static void EmitReportMissing(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        writer.Line();
        using (writer.Block($"private void ReportMissing({names.Row} row, LineReader lines)"))
        {
            writer.Line("""
                if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1));
                }
                """);
            foreach (KeyBinding binding in source.Keys.Where(static key => !key.IsOptional))
            {
                writer.Line($$"""

                    if (!row.Has({{names.Index(binding.Metric)}}))
                    {
                        Report(new(FaultKind.MissingKey, _file.Path, Field: {{Literal.Text(binding.Key)}}));
                    }
                    """);
            }
        }
    }
}
