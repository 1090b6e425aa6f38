using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of files of which each instance has one.</summary>
internal static class InstanceFileReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, InstanceFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Recordings");
        using (ReaderParts.BeginFile(writer, group, names, source, source.Path))
        {
            ReaderParts.EmitBound(writer, names, source);
            string missing = source.MayBeMissing ? "true" : "false";
            writer.Line($"""
                private readonly InstanceFiles _files = new(
                    context, {Literal.Text(source.Before)}, {Literal.Text(source.After)}, mayBeMissing: {missing});
                """);
            ReaderParts.EmitClock(writer, source);
            writer.Line();
            EmitFill(writer, names);
            EmitRecord(writer, names);
            ReadRowEmitter.Emit(writer, names, source.Columns, "_files.PathOf(row.Instance)");
        }

        return writer.ToString();
    }

    private static void EmitRecord(SourceWriter writer, GroupNames names)
    {
        writer.Line();
        using (writer.Block($"public override void Record(Sample sample, Recorder recorder)"))
        {
            writer.Line($$"""
                foreach ({{names.Row}} row in sample.Rows)
                {
                    _files.Record(recorder, row.Instance);
                }
                """);
        }
    }

    private static void EmitFill(SourceWriter writer, GroupNames names)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                foreach ({{names.Row}} row in sample.Rows)
                {
                    if (row.Wanted == 0)
                    {
                        continue;
                    }

                    LineReader lines = new(_files.Read(row.Instance, out Fault fault));
                    Report(fault);
                    if (lines.Next())
                    {
                        FieldReader fields = new(lines.Current);
                        ReadRow(row, ref fields, lines.Number);
                    }
                    else if (lines.IsTruncated)
                    {
                        Report(new(FaultKind.Truncated, _files.PathOf(row.Instance), Line: 1));
                    }
                }
                """);
        }
    }
}
