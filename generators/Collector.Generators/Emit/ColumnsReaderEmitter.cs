using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a file of rows and columns.</summary>
internal static class ColumnsReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, ColumnsFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources");
        using (ReaderParts.BeginFile(writer, group, names, source, source.Path))
        {
            ReaderParts.EmitBound(writer, names, source, "What is left out if something in a line is no number.");
            ReaderParts.EmitFile(writer, source.Path, source);
            EmitExclude(writer, source);
            if (source.Pattern is null)
            {
                EmitFillFromFirstLine(writer, names);
            }
            else if (source.Pattern.Instance is null)
            {
                EmitFillFromOneLine(writer, names, source.Pattern);
            }
            else
            {
                EmitFillRows(writer, names, source);
            }

            if (source.Pattern is not null)
            {
                PatternEmitter.Emit(writer, source.Pattern);
            }

            EmitReadRow(writer, names, source.Columns, "_file.Path");
        }

        return writer.ToString();
    }

    private static void EmitExclude(SourceWriter writer, ColumnsFile source)
    {
        if (source.Exclude.Count > 0)
        {
            string excluded = string.Join(", ", source.Exclude.Select(Literal.Text));
            writer.Line($"public override string[] DefaultExclude => [{excluded}];").Line();
        }
    }

    private static void EmitFillFromFirstLine(SourceWriter writer, GroupNames names)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line("""
                LineReader lines = new(TextOf(_file));
                if (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    ReadRow(sample.Rows[0], ref fields, lines.Number);
                }
                else if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: 1));
                }
                """);
        }
    }

    private static void EmitFillFromOneLine(SourceWriter writer, GroupNames names, RowPattern pattern)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new(TextOf(_file));
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    if (IsRow(ref fields))
                    {
                        ReadRow(sample.Rows[0], ref fields, lines.Number);
                        return;
                    }
                }

                Report(lines.IsTruncated
                    ? new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1)
                    : new(FaultKind.MissingKey, _file.Path, Field: {{Literal.Text(pattern.Text)}}));
                """);
        }
    }

    private static void EmitFillRows(SourceWriter writer, GroupNames names, ColumnsFile source)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new(TextOf(_file{{(source.MayBeEmpty ? ", mayBeEmpty: true" : "")}}));
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    if (!IsRow(ref fields, out ReadOnlySpan<byte> instance))
                    {
                        continue;
                    }

                    {{names.Row}} row = sample.Next(instance);
                    if (row.Wanted != 0)
                    {
                        ReadRow(row, ref fields, lines.Number);
                    }
                }

                if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1));
                }
                """);
        }
    }

    private static void EmitReadRow(
        SourceWriter writer, GroupNames names, EquatableArray<ColumnBinding> columns, string path)
    {
        writer.Line();
        using (writer.Block($"private void ReadRow({names.Row} row, ref FieldReader fields, int line)"))
        {
            HashSet<bool> declared = [];
            foreach (ColumnBinding binding in columns)
            {
                bool declares = declared.Add(AssignmentWriter.IsReadWhole(binding.Metric, binding.Conversion));
                AssignmentWriter.EmitColumn(writer, names, binding, declares);
                writer.Line();
            }

            writer.Line($"Report(row, Bound, fields.FaultIn({path}, line));");
        }
    }
}
