using System.Globalization;
using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes what is done to a raw value before it is a metric's.</summary>
internal static class ConversionWriter
{
    /// <summary>The field of a reader that knows the kernel's clock.</summary>
    public const string ClockTicks = "_clockTicks";

    public static string Write(Code raw, Metric metric, Conversion conversion)
    {
        Code value = conversion.IsWrapping
            ? new($"row.{GroupNames.Wrap(metric)}.Extend({raw.Text})", Binding.Primary, NumberType.Whole)
            : raw;
        Scale scale = conversion.Scale;
        string factor = scale.Kind == ScaleKind.MultiplyFraction
            ? scale.Factor.ToString(CultureInfo.InvariantCulture)
            : Literal.Whole(scale.Factor) + (metric.Unit.IsWhole ? "" : ".0");
        string scaled = scale.Kind switch
        {
            ScaleKind.None => value.Text,
            ScaleKind.ClockTicks => $"{value.Within(Binding.Product)} / {ClockTicks}",
            ScaleKind.Divide => $"{value.Within(Binding.Product)} / {factor}",
            _ when metric.Unit.IsWhole => $"Arithmetic.Product({value.Text}, {factor})",
            _ => $"{value.Within(Binding.Product)} * {factor}",
        };
        if (conversion.Offset == 0)
        {
            return scaled;
        }

        string sum = scale.Kind == ScaleKind.None ? value.Within(Binding.Sum) : $"({scaled})";
        string offset = Math.Abs(conversion.Offset).ToString(CultureInfo.InvariantCulture);
        return $"{sum} {(conversion.Offset < 0 ? '-' : '+')} {offset}";
    }
}
