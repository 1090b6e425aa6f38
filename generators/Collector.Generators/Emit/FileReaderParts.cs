using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes what all readers of files have.</summary>
internal static class FileReaderParts
{
    public static SourceWriter.Scope Begin(SourceWriter writer, Declaration group, GroupNames names, Source source, string path) =>
        CodeFile.Class(
            writer,
            $"Reads {group.Group} from <c>{Literal.Xml(path)}</c>.",
            $"internal sealed class {names.ReaderOf(source.Platform)}(SourceContext context) : {names.Reader}");

    public static void EmitFields(SourceWriter writer, string path, IEnumerable<Conversion> conversions)
    {
        writer.Line($"private readonly TextFile _file = context.File({Literal.Text(path)});");
        EmitClock(writer, conversions);
        writer.Line();
    }

    /// <summary>The kernel's clock, for those who count its ticks.</summary>
    public static void EmitClock(SourceWriter writer, IEnumerable<Conversion> conversions)
    {
        if (conversions.Any(static conversion => conversion.Scale.Kind == ScaleKind.ClockTicks))
        {
            writer.Line($"private readonly double {ConversionWriter.ClockTicks} = context.ClockTicks;");
        }
    }

    public static void EmitOpening(SourceWriter writer, bool mayBeEmpty = false) => writer.Line($"""
        LineReader lines = new(_file.Read(out Fault fault));
        Fault = {(mayBeEmpty ? "fault.Kind == FaultKind.Empty ? Fault.None : fault" : "fault")};
        Sample.Begin();
        """);

    public static bool HasDerived(Declaration group) => group.Metrics.Any(static metric => metric.Derived is not null);
}
