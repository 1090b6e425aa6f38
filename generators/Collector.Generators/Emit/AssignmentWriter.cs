using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes how a value that was read gets into its row.</summary>
internal static class AssignmentWriter
{
    public static void Emit(SourceWriter writer, GroupNames names, Metric metric, string value) => writer.Line($"""
        row.{GroupNames.Member(metric)} = {value};
        row.Set({names.Index(metric)});
        """);

    /// <summary>Reads a column of a text, and assigns it if it is a number.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="names">What the group's classes are called.</param>
    /// <param name="binding">The column.</param>
    /// <param name="declares">Whether the local that receives the value has to be declared.</param>
    public static void EmitColumn(SourceWriter writer, GroupNames names, ColumnBinding binding, bool declares)
    {
        string read = ReadColumn(binding.Metric, $"{binding.Column}", binding.Conversion, binding.IsOptional, declares);
        using (writer.Block($"if ({read})"))
        {
            EmitRead(writer, names, binding.Metric, binding.Conversion);
        }
    }

    /// <summary>The condition that reads a column.</summary>
    /// <param name="metric">Whose column it is.</param>
    /// <param name="column">Its number, as C#.</param>
    /// <param name="conversion">What is done to the number that stands there.</param>
    /// <param name="isOptional">Whether the column may be missing.</param>
    /// <param name="declares">Whether the local that receives the value has to be declared.</param>
    public static string ReadColumn(Metric metric, string column, Conversion conversion, bool isOptional, bool declares)
    {
        bool isWhole = IsReadWhole(metric, conversion);
        string type = !declares ? "" : isWhole ? "ulong " : "double ";
        string optional = isOptional ? ", isOptional: true" : "";
        bool isScaled = IsReadScaled(metric, conversion);
        string method = isScaled ? "TryReadScaled" : isWhole ? "TryReadWhole" : "TryReadDecimal";
        string factor = isScaled ? $"{Literal.Whole(conversion.Scale.Factor)}, " : "";
        return $"fields.{method}({column}, {factor}out {type}{LocalOf(isWhole)}{optional})";
    }

    /// <summary>Assigns what <see cref="ReadColumn"/> has read.</summary>
    public static void EmitRead(SourceWriter writer, GroupNames names, Metric metric, Conversion conversion)
    {
        bool isWhole = IsReadWhole(metric, conversion);
        Code raw = new(LocalOf(isWhole), Binding.Primary, isWhole ? NumberType.Whole : NumberType.Decimal);
        Emit(writer, names, metric, IsReadScaled(metric, conversion) ? raw.Text : ConversionWriter.Write(raw, metric, conversion));
    }

    private static string LocalOf(bool isWhole) => isWhole ? "whole" : "number";

    /// <summary>Whether a product may be too large, which is told as the line is read. A counter is extended before.</summary>
    private static bool IsReadScaled(Metric metric, Conversion conversion) =>
        metric.Unit.IsWhole && !conversion.IsWrapping && conversion.Scale.Kind == ScaleKind.Multiply;

    /// <summary>Whether a text's number has no fraction: the kernel counts clock ticks and what wraps in whole numbers.</summary>
    public static bool IsReadWhole(Metric metric, Conversion conversion) =>
        metric.Unit.IsWhole || conversion.IsWrapping || conversion.Scale.Kind == ScaleKind.ClockTicks;
}
