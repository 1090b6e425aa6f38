using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a file of rows and columns.</summary>
internal static class ColumnsReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, ColumnsFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Recordings");
        using (ReaderParts.BeginFile(writer, group, names, source, source.Path))
        {
            ReaderParts.EmitBound(writer, names, source);
            ReaderParts.EmitFile(writer, source.Path, source);
            EmitExclude(writer, source);
            if (source.Pattern is null)
            {
                EmitFillFromFirstLine(writer, names, source);
            }
            else if (source.Pattern.Instance is null)
            {
                EmitFillFromOneLine(writer, names, source, source.Pattern);
            }
            else
            {
                EmitFillRows(writer, group, names, source);
            }

            ReaderParts.EmitRecordFile(writer);
            if (source.Pattern is not null)
            {
                PatternEmitter.Emit(writer, source.Pattern);
            }

            ReadRowEmitter.Emit(writer, names, source.Columns, "_file.Path");
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

    private static void EmitFillFromFirstLine(SourceWriter writer, GroupNames names, ColumnsFile source)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new({{ReaderParts.TextOf(source)}});
                if (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    ReadRow(sample[0], ref fields, lines.Number);
                }
                else if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: 1));
                }
                """);
        }
    }

    private static void EmitFillFromOneLine(
        SourceWriter writer, GroupNames names, ColumnsFile source, RowPattern pattern)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new({{ReaderParts.TextOf(source)}});
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                    if (IsRow(ref fields))
                    {
                        ReadRow(sample[0], ref fields, lines.Number);
                        return;
                    }
                }

                """);
            string truncated = "new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1)";
            writer.Line(source.MayBeMissing
                ? $$"""
                if (lines.IsTruncated)
                {
                    Report({{truncated}});
                }
                """
                : $"""
                Report(lines.IsTruncated
                    ? {truncated}
                    : new(FaultKind.MissingKey, _file.Path, Field: {Literal.Text(pattern.Text)}));
                """);
        }
    }

    private static void EmitFillRows(SourceWriter writer, Declaration group, GroupNames names, ColumnsFile source)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new({{ReaderParts.TextOf(source, source.MayBeEmpty)}});
                while (lines.Next())
                {
                    FieldReader fields = new(lines.Current);
                """);
            using (writer.Indented())
            {
                writer.Line(group.IsCompleting(source)
                    ? $$"""
                    if (IsRow(ref fields, out ReadOnlySpan<byte> instance)
                        && sample.TryGet(instance, out {{names.Row}} row)
                        && row.Wanted != 0)
                    {
                        ReadRow(row, ref fields, lines.Number);
                    }
                    """
                    : $$"""
                    if (!IsRow(ref fields, out ReadOnlySpan<byte> instance))
                    {
                        continue;
                    }

                    {{names.Row}} row = sample.Next(instance);
                    if (row.Wanted != 0)
                    {
                        ReadRow(row, ref fields, lines.Number);
                    }
                    """);
            }

            writer.Line("""
                }

                if (lines.IsTruncated)
                {
                    Report(new(FaultKind.Truncated, _file.Path, Line: lines.Number + 1));
                }
                """);
        }
    }
}
