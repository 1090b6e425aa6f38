using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a file of keys.</summary>
internal static class KeyedReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, KeyedFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources");
        using (FileReaderParts.Begin(writer, group, names, source, source.Path))
        {
            EmitComplete(writer, names, source);
            FileReaderParts.EmitFields(writer, source.Path, source.Keys.Select(static key => key.Conversion));
            EmitRead(writer, group, names);
            EmitReadLine(writer, names, source);
            EmitReportMissing(writer, names, source);
        }

        return writer.ToString();
    }

    private static void EmitComplete(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        IEnumerable<string> bits = source.Keys.Select(key => $"(1ul << {names.Index(key.Metric)})");
        writer.Line($"""
            /// <summary>What is present in a row once every key was read: the rest of the file does not matter.</summary>
            private const ulong Complete =
                {string.Join("\n    | ", bits)};

            """);
    }

    private static void EmitRead(SourceWriter writer, Declaration group, GroupNames names)
    {
        using (writer.Block("public override void Read()"))
        {
            FileReaderParts.EmitOpening(writer);
            writer.Line($$"""
                {{names.Row}} row = Sample.Next(default);
                while (row.Present != Complete && lines.Next())
                {
                    ReadLine(row, lines.Current, lines.Number);
                }

                if (row.Present != Complete)
                {
                    ReportMissing(row, lines);
                }

                """);
            if (FileReaderParts.HasDerived(group))
            {
                writer.Line("Derive(row);");
            }

            writer.Line("Sample.End();");
        }
    }

    private static void EmitReadLine(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        writer.Line();
        using (writer.Block($"private void ReadLine({names.Row} row, ReadOnlySpan<byte> line, int number)"))
        {
            writer.Line("""
                FieldReader fields = new(line);
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

            writer.Line().Line("Report(fields.FaultIn(_file.Path, number));");
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
