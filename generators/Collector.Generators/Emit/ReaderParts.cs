using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes what all readers of sources have.</summary>
internal static class ReaderParts
{
    public static SourceWriter.Scope BeginFile(SourceWriter writer, Declaration group, GroupNames names, Source source, string path) =>
        CodeFile.Class(
            writer,
            $"Reads {group.Group} from <c>{Literal.Xml(path)}</c>.",
            $"internal sealed class {names.ReaderOf(group, source)}(SourceContext context) : SourceReader<{names.Row}>");

    public static void EmitFile(SourceWriter writer, string path, Source source)
    {
        writer.Line($"private readonly TextFile _file = context.File({Literal.Text(path)});");
        EmitClock(writer, source);
        writer.Line();
    }

    /// <summary>The kernel's clock, for those who count its ticks.</summary>
    public static void EmitClock(SourceWriter writer, Source source)
    {
        if (CountsTicks(source))
        {
            writer.Line($"private readonly double {ConversionWriter.ClockTicks} = context.ClockTicks;");
        }
    }

    public static bool CountsTicks(Source source) =>
        source.Conversions.Any(static bound => bound.Conversion.Scale.Kind == ScaleKind.ClockTicks);

    /// <summary>The bits of all that a source brings.</summary>
    public static void EmitBound(SourceWriter writer, GroupNames names, Source source)
    {
        IEnumerable<string> bits = source.Bound.Select(metric => $"(1ul << {names.Index(metric)})");
        writer.Line($"""
            public override ulong Bound =>
                {string.Join("\n    | ", bits)};

            """);
    }

    /// <summary>The text of the reader's file, as C#.</summary>
    public static string TextOf(Source source, bool mayBeEmpty = false)
    {
        string empty = mayBeEmpty ? ", mayBeEmpty: true" : "";
        string missing = source.MayBeMissing ? ", mayBeMissing: true" : "";
        return $"TextOf(_file{empty}{missing})";
    }

    /// <summary>Writes how a reader of one file is recorded.</summary>
    public static void EmitRecordFile(SourceWriter writer) => writer.Line("""

        public override void Record(Sample sample, Recorder recorder) => recorder.Write(_file);
        """);

    public static SourceWriter.Scope BeginFill(SourceWriter writer, GroupNames names) =>
        writer.Block($"protected override void Fill(Sample<{names.Row}> sample)");
}
