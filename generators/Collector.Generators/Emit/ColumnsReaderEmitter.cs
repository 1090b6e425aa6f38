using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a file of rows and columns.</summary>
internal static class ColumnsReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, ColumnsFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources");
        using (FileReaderParts.Begin(writer, group, names, source, source.Path))
        {
            FileReaderParts.EmitFields(writer, source.Path, source.Columns.Select(static column => column.Conversion));
            if (source.Pattern is null)
            {
                EmitReadFirstLine(writer, group, names);
            }
            else if (source.Pattern.Instance is null)
            {
                EmitReadOneLine(writer, group, names, source.Pattern);
            }
            else
            {
                EmitReadRows(writer, group, names, source.MayBeEmpty);
            }

            if (source.Pattern is not null)
            {
                PatternEmitter.Emit(writer, source.Pattern, source.Exclude);
            }

            EmitReadRow(writer, names, source);
        }

        return writer.ToString();
    }

    private static void EmitReadFirstLine(SourceWriter writer, Declaration group, GroupNames names)
    {
        using (writer.Block("public override void Read()"))
        {
            FileReaderParts.EmitOpening(writer);
            writer.Line($$"""
                {{names.Row}} row = Sample.Next(default);
                if (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    ReadRow(row, ref fields, lines.Number);{{Derive(group)}}
                }
                else
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: 1));
                }

                Sample.End();
                """);
        }
    }

    private static void EmitReadOneLine(SourceWriter writer, Declaration group, GroupNames names, RowPattern pattern)
    {
        using (writer.Block("public override void Read()"))
        {
            FileReaderParts.EmitOpening(writer);
            writer.Line($$"""
                {{names.Row}} row = Sample.Next(default);
                if (!ReadFirstMatch(row, ref lines))
                {
                    Report(lines.IsTruncated
                        ? new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1)
                        : new(FaultKind.MissingKey, _file.Path, Field: {{Literal.Text(pattern.Text)}}));
                }

                Sample.End();
                """);
        }

        writer.Line($$"""

            private bool ReadFirstMatch({{names.Row}} row, ref LineReader lines)
            {
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    if (IsRow(ref fields))
                    {
                        ReadRow(row, ref fields, lines.Number);{{Derive(group, 8)}}
                        return true;
                    }
                }

                return false;
            }
            """);
    }

    private static void EmitReadRows(SourceWriter writer, Declaration group, GroupNames names, bool mayBeEmpty)
    {
        using (writer.Block("public override void Read()"))
        {
            FileReaderParts.EmitOpening(writer, mayBeEmpty);
            writer.Line($$"""
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    if (IsRow(ref fields, out ReadOnlySpan<byte> instance))
                    {
                        {{names.Row}} row = Sample.Next(instance);
                        ReadRow(row, ref fields, lines.Number);{{Derive(group, 8)}}
                    }
                }

                if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1));
                }

                Sample.End();
                """);
        }
    }

    private static string Derive(Declaration group, int indent = 4) =>
        FileReaderParts.HasDerived(group) ? $"\n{new string(' ', indent)}Derive(row);" : "";

    private static void EmitReadRow(SourceWriter writer, GroupNames names, ColumnsFile source)
    {
        writer.Line();
        using (writer.Block($"private void ReadRow({names.Row} row, ref FieldReader fields, int line)"))
        {
            HashSet<bool> declared = [];
            foreach (ColumnBinding binding in source.Columns)
            {
                bool declares = declared.Add(AssignmentWriter.IsReadWhole(binding.Metric, binding.Conversion));
                AssignmentWriter.EmitColumn(writer, names, binding, declares);
                writer.Line();
            }

            writer.Line("Report(row, fields.FaultIn(_file.Path, line));");
        }
    }
}
