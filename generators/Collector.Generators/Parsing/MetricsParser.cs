using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>metrics</c>. A faulty metric that can be told apart from the others stays, lest all that names it fails too.</summary>
internal static class MetricsParser
{
    public static MetricTable Parse(DeclarationFile file, Node? node, string group)
    {
        MetricTable table = new();
        if (node is null || !Shape.IsList(file, node, "metrics"))
        {
            return table;
        }

        if (node.Items.Count is 0 or > Grammar.MaxMetrics)
        {
            string advice = node.Items.Count == 0 ? "declare one" : "split the group";
            file.Report(Descriptors.MetricCount, file.OpeningOf(node), $"{node.Items.Count}", advice);
        }

        foreach (Node item in node.Items.Take(Grammar.MaxMetrics))
        {
            if (Shape.IsObject(file, item, "a metric", Grammar.Metric))
            {
                ParseMetric(file, item, group, table);
            }
        }

        DerivedParser.Parse(file, table);
        WholeParser.Parse(file, table);
        return table;
    }

    private static void ParseMetric(DeclarationFile file, Node node, string group, MetricTable table)
    {
        Node? name = Shape.RequiredText(file, node, "a metric", "name");
        Unit unit = ParseUnit(file, node);
        MetricKind kind = ParseKind(file, node);
        string description = Texts.Description(file, node, "a metric");
        if (name is null)
        {
            return;
        }

        if (!Texts.IsSnakeCase(file, name))
        {
            table.AddFaulty(name.Text);
        }
        else if (Grammar.IsReservedMetric(name.Text, group))
        {
            file.Report(Descriptors.ReservedName, name, "A metric", name.Text);
            table.AddFaulty(name.Text);
        }
        else if (table.FindAlike(name.Text) is Metric other)
        {
            file.Report(Descriptors.DuplicateMetric, name, name.Text, other.Name);
            table.AddFaulty(name.Text);
        }
        else
        {
            bool isOnRequest = Shape.IsSet(file, node, "onRequest");
            bool isDefining = DefinesParser.OfMetric(file, node, name.Text, kind);
            table.Add(new(table.Count, name.Text, unit, kind, description, Derived: null, isOnRequest, IsDefining: isDefining), node);
        }
    }

    private static Unit ParseUnit(DeclarationFile file, Node node)
    {
        Node? unit = Shape.RequiredText(file, node, "a metric", "unit");
        Unit? known = unit is null ? null : Unit.All.FirstOrDefault(candidate => candidate.Name == unit.Text);
        if (unit is not null && known is null)
        {
            file.Report(Descriptors.UnknownUnit, unit, unit.Text, Nearest.Hint(unit.Text, Grammar.Units));
        }

        return known ?? Unit.All[0];
    }

    private static MetricKind ParseKind(DeclarationFile file, Node node)
    {
        Node? kind = Shape.RequiredText(file, node, "a metric", "kind");
        if (kind is not null && !Grammar.Kinds.Contains(kind.Text))
        {
            file.Report(Descriptors.UnknownKind, kind, kind.Text, Nearest.Hint(kind.Text, Grammar.Kinds));
        }

        return kind?.Text == "counter" ? MetricKind.Counter : MetricKind.Gauge;
    }
}
