using System.Globalization;
using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>scale</c>, <c>width</c> and <c>offset</c>.</summary>
internal static class ConversionParser
{
    /// <param name="file">The file, for reports.</param>
    /// <param name="binding">What the metric is bound to; an object may carry a scale and a width of its own.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="shared">The source's scale, if it has one.</param>
    public static Conversion Parse(DeclarationFile file, Node binding, Metric metric, Node? shared)
    {
        Node? scale = Shape.Optional(binding, "scale") ?? shared;
        return new(
            scale is null ? Scale.None : ScaleOf(file, scale, metric), IsWrapping(file, binding, metric), Offset(file, binding, metric));
    }

    private static decimal Offset(DeclarationFile file, Node binding, Metric metric)
    {
        Node? node = Shape.Optional(binding, "offset");
        if (node is null)
        {
            return 0;
        }

        if (node.Kind == NodeKind.Number && !metric.Unit.IsWhole
            && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal offset))
        {
            return offset;
        }

        string what = node.Kind == NodeKind.Number ? node.Text : node.Describe();
        file.Report(Descriptors.BadOffset, node.Kind is NodeKind.Object or NodeKind.Array ? file.OpeningOf(node) : file.PlaceOf(node), what, metric.Name);
        return 0;
    }

    private static Scale ScaleOf(DeclarationFile file, Node node, Metric metric)
    {
        Scale? scale = ScaleOf(node);
        if (scale is null)
        {
            file.Report(Descriptors.BadScale, node, node.Kind is NodeKind.String or NodeKind.Number ? $"'{node.Text}'" : node.Describe());
            return Scale.None;
        }

        if (metric.Unit.IsWhole && !scale.KeepsWhole)
        {
            file.Report(Descriptors.FractionalScale, node, scale.Text, metric.Name, metric.Unit.Name);
            return Scale.None;
        }

        return scale;
    }

    private static Scale? ScaleOf(Node node)
    {
        if (node.Kind == NodeKind.String)
        {
            return node.Text == Scale.ClockTicks.Text ? Scale.ClockTicks : null;
        }

        return node.Kind == NodeKind.Number
            && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal factor)
            && factor is > 0 and <= ulong.MaxValue
            ? ScaleOf(node.Text, factor)
            : null;
    }

    private static Scale ScaleOf(string text, decimal factor)
    {
        if (factor == 1)
        {
            return Scale.None;
        }

        if (factor == decimal.Truncate(factor))
        {
            return new(ScaleKind.Multiply, text, decimal.Truncate(factor));
        }

        decimal reciprocal = decimal.Round(1 / factor);
        return reciprocal * factor == 1
            ? new(ScaleKind.Divide, text, reciprocal)
            : new(ScaleKind.MultiplyFraction, text, factor);
    }

    private static bool IsWrapping(DeclarationFile file, Node binding, Metric metric)
    {
        Node? width = Shape.Optional(binding, "width");
        if (width is null)
        {
            return false;
        }

        if (width.Kind == NodeKind.Number && width.Text == "32" && metric.IsCounter)
        {
            return true;
        }

        file.Report(Descriptors.BadWidth, width, width.Text, metric.Name);
        return false;
    }
}
