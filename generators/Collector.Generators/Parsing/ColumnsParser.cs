using System.Globalization;
using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>columns</c>: where in a line the metrics stand.</summary>
internal static class ColumnsParser
{
    /// <param name="first">The first column that is not part of a pattern.</param>
    public static EquatableArray<ColumnBinding> Parse(DeclarationFile file, Node node, int first, GroupParse group)
    {
        List<Metric> optional = FileParts.Optional(file, node, "columns", group.Metrics);
        SortedDictionary<int, ColumnBinding> columns = [];
        foreach ((Metric metric, _, Node value) in group.Bindings(file, Shape.Optional(node, "columns")!, "columns"))
        {
            Node? column = FileParts.Target(file, value, "column", Grammar.Column);
            if (column is null)
            {
                continue;
            }

            if (column.Kind != NodeKind.Number
                || !int.TryParse(column.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number < first)
            {
                string what = column.Kind == NodeKind.Number ? column.Text : column.Describe();
                file.Report(Descriptors.BadColumn, column, metric.Name, $"{first}", what);
                continue;
            }

            Conversion conversion = ConversionParser.Parse(file, value, metric, Shape.Optional(node, "scale"));
            if (columns.TryGetValue(number, out ColumnBinding? other))
            {
                file.Report(Descriptors.FeedsTwo, column, $"Column {number}", other.Metric.Name, metric.Name);
                continue;
            }

            columns.Add(number, new(metric, number, conversion, optional.Contains(metric)));
        }

        return new([.. columns.Values]);
    }
}
