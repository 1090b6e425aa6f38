using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a line of values below a line of names.</summary>
internal static class HeaderReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, KeyedFile source)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Recordings");
        using (ReaderParts.BeginFile(writer, group, names, source, source.Path))
        {
            ReaderParts.EmitBound(writer, names, source);
            EmitTable(writer, names, source);
            ReaderParts.EmitFile(writer, source.Path, source);
            EmitFill(writer, names, source);
            ReaderParts.EmitRecordFile(writer);
            EmitReadValues(writer, names, source);
        }

        return writer.ToString();
    }

    private static void EmitTable(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        IEnumerable<string> keys = source.Keys.Select(key =>
            $"    new({Literal.Text(key.Key)}, {names.Index(key.Metric)}{(key.IsOptional ? ", IsOptional: true" : "")}),");
        writer.Line($"""
            private readonly HeaderTable _table = new(
                {Literal.Text(source.Header!)},
                [
                {string.Join("\n    ", keys)}
                ]);

            """);
    }

    private static void EmitFill(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        using (ReaderParts.BeginFill(writer, names))
        {
            writer.Line($$"""
                LineReader lines = new({{ReaderParts.TextOf(source)}});
                bool isFound = _table.TryFind(ref lines, _file.Path, out Fault fault);
                Report(fault);
                if (isFound)
                {
                    FieldReader fields = new(lines.Current);
                    ReadValues(sample[0], ref fields, lines.Number);
                }
                """);
        }
    }

    private static void EmitReadValues(SourceWriter writer, GroupNames names, KeyedFile source)
    {
        writer.Line();
        using (writer.Block($"private void ReadValues({names.Row} row, ref FieldReader fields, int line)"))
        {
            writer.Line("ReadOnlySpan<int> metrics = _table.Metrics;");
            using (writer.Block("for (int column = 1; column < metrics.Length; column++)"))
            using (writer.Block("switch (metrics[column])"))
            {
                foreach (KeyBinding binding in source.Keys)
                {
                    EmitCase(writer, names, binding);
                }
            }

            writer.Line().Line("Report(row, Bound, fields.FaultIn(_file.Path, line));");
        }
    }

    private static void EmitCase(SourceWriter writer, GroupNames names, KeyBinding binding)
    {
        string read = AssignmentWriter.ReadColumn(
            binding.Metric, "column", binding.Conversion, binding.IsOptional, declares: true);
        using (writer.Line($"case {names.Index(binding.Metric)} when {read}:").Indented())
        {
            AssignmentWriter.EmitRead(writer, names, binding.Metric, binding.Conversion);
            writer.Line("break;");
        }
    }
}
