using System.Globalization;
using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes where a group's metrics come from, as text that the product reads. People count columns from 1.</summary>
internal static class SourceTextEmitter
{
    public static void Emit(SourceWriter writer, Declaration group)
    {
        string text = string.Join("\n", group.Sources.SelectMany(LinesOf));
        string quotes = Literal.RawQuotes(text);
        using (writer.Line("protected override ReadOnlySpan<byte> OriginsText =>").Indented())
        {
            writer.Line($"{quotes}\n{text}\n{quotes}u8;");
        }

        writer.Line();
    }

    private static IEnumerable<string> LinesOf(Source source)
    {
        string? detail = (source as ColumnsFile)?.Pattern?.Text ?? (source as KeyedFile)?.Header;
        string lines = detail is null ? "" : $" | {detail}";
        yield return $"{source.Platform.ToString().ToLowerInvariant()} {KindAndSubject(source)}{lines}";
        foreach ((string metric, string place, Conversion conversion) in OriginsOf(source))
        {
            string converted = ConversionText(conversion);
            yield return $"  {metric} | {place}{(converted.Length > 0 ? $" | {converted}" : "")}";
        }
    }

    private static string KindAndSubject(Source source) => source switch
    {
        KeyedFile { Header: not null } file => $"header {file.Path}",
        KeyedFile file => $"keys {file.Path}",
        InstanceFile file => $"file {file.Path}",
        ColumnsFile file => $"columns {file.Path}",
        NativeSource native => $"native {native.Name}",
        PdhSource pdh => $"counters {pdh.Path}",
        _ => throw new NotSupportedException(source.GetType().Name),
    };

    private static IEnumerable<(string Metric, string Place, Conversion Conversion)> OriginsOf(Source source) => source switch
    {
        KeyedFile file => file.Keys.Select(static key => (key.Metric.Name, key.Key, key.Conversion)),
        ColumnsFile file => Columns(file.Columns),
        InstanceFile file => Columns(file.Columns),
        NativeSource native => native.Fields.Select(
            static field => (field.Metric.Name, ExpressionWriter.Infix(field.Value), field.Conversion)),
        PdhSource pdh => pdh.Counters.Select(static counter => (counter.Metric.Name, counter.Counter, counter.Conversion)),
        _ => throw new NotSupportedException(source.GetType().Name),
    };

    private static IEnumerable<(string Metric, string Place, Conversion Conversion)> Columns(EquatableArray<ColumnBinding> columns) =>
        columns.Select(static column => (column.Metric.Name, $"{column.Column + 1}", column.Conversion));

    private static string ConversionText(Conversion conversion)
    {
        string scale = conversion.Scale.Kind switch
        {
            ScaleKind.None => "",
            ScaleKind.ClockTicks => "/ clock ticks",
            ScaleKind.Divide => $"/ {conversion.Scale.Factor:F0}",
            _ => $"* {conversion.Scale.Text}",
        };
        string offset = conversion.Offset == 0 ? ""
            : $"{(conversion.Offset < 0 ? '-' : '+')} {Math.Abs(conversion.Offset).ToString(CultureInfo.InvariantCulture)}";
        return $"{scale} {offset}".Trim() + (conversion.IsWrapping ? ", 32 bits" : "");
    }
}
