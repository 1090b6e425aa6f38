using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads what metrics are derived from. All metrics are known by then, so that a forward reference can be told from a typo.</summary>
internal static class DerivedParser
{
    public static void Parse(DeclarationFile file, MetricTable table)
    {
        for (int index = 0; index < table.Count; index++)
        {
            Metric metric = table.Metrics[index];
            Node? node = Shape.Optional(table.NodeOf(metric), "derived");
            if (node is not null && Shape.IsText(file, node, "derived") && ParseOne(file, node, metric, table) is Expression derived)
            {
                table.Replace(metric with { Derived = derived });
            }
        }
    }

    private static Expression? ParseOne(DeclarationFile file, Node node, Metric metric, MetricTable table)
    {
        ExpressionText text = new(node.Text);
        Expression? expression = ExpressionParser.Parse(file, node, text);
        if (expression is null || !OperandsAreKnown(file, node, text, metric, table))
        {
            return null;
        }

        NumberType type = Typing.Of(
            expression, name => table.Find(name)!.Unit.IsWhole ? NumberType.Whole : NumberType.Decimal);
        if (metric.Unit.IsWhole && !Typing.IsWhole(type))
        {
            file.Report(Descriptors.NotWhole, node, metric.Name, metric.Unit.Name);
            return null;
        }

        return expression;
    }

    private static bool OperandsAreKnown(
        DeclarationFile file, Node node, ExpressionText text, Metric metric, MetricTable table)
    {
        bool known = true;
        foreach ((string name, int start) in text.Names)
        {
            Place place = file.PlaceWithin(node, start, name.Length);
            Metric? operand = table.Find(name);
            known &= operand is not null;
            if (operand is null && !table.IsFaulty(name))
            {
                file.Report(Descriptors.UnknownOperand, place, name, Nearest.Hint(name, table.Names));
            }
            else if (operand is not null && IsDerived(operand, table) && operand.Index >= metric.Index)
            {
                file.Report(Descriptors.LaterOperand, place, metric.Name, name, AdviceOn(metric, operand));
                known = false;
            }
        }

        return known;
    }

    private static string AdviceOn(Metric metric, Metric operand) => metric == operand
        ? "which is itself; derive it from others"
        : $"which is derived too and declared later; move it behind '{operand.Name}'";

    private static bool IsDerived(Metric metric, MetricTable table) =>
        Shape.Optional(table.NodeOf(metric), "derived") is not null;
}
