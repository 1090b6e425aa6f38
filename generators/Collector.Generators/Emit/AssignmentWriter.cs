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
        bool isWhole = IsReadWhole(binding.Metric, binding.Conversion);
        string local = isWhole ? "whole" : "number";
        string type = !declares ? "" : isWhole ? "ulong " : "double ";
        string optional = binding.IsOptional ? ", isOptional: true" : "";
        bool isScaled = IsReadScaled(binding.Metric, binding.Conversion);
        string method = isScaled ? "TryReadScaled" : isWhole ? "TryReadWhole" : "TryReadDecimal";
        string factor = isScaled ? $"{Literal.Whole(binding.Conversion.Scale.Factor)}, " : "";
        Code raw = new(local, Binding.Primary, isWhole ? NumberType.Whole : NumberType.Decimal);
        using (writer.Block($"if (fields.{method}({binding.Column}, {factor}out {type}{local}{optional}))"))
        {
            Emit(writer, names, binding.Metric, isScaled ? local : ConversionWriter.Write(raw, binding.Metric, binding.Conversion));
        }
    }

    /// <summary>Whether a product may be too large, which is told as the line is read. A counter is extended before.</summary>
    private static bool IsReadScaled(Metric metric, Conversion conversion) =>
        metric.Unit.IsWhole && !conversion.IsWrapping && conversion.Scale.Kind == ScaleKind.Multiply;

    /// <summary>Whether a text's number has no fraction: the kernel counts clock ticks and what wraps in whole numbers.</summary>
    public static bool IsReadWhole(Metric metric, Conversion conversion) =>
        metric.Unit.IsWhole || conversion.IsWrapping || conversion.Scale.Kind == ScaleKind.ClockTicks;
}
