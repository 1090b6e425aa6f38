using System.Text;
using Collector.Explaining;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Reports;

/// <summary>Where numbers come from, and what is sent of them, for people.</summary>
internal static class ExplainReport
{
    private const string Wraps = ", 32 bits";

    private const int LabelWidth = 11;

    public static string Render(IReadOnlyList<Explanation> explanations)
    {
        StringBuilder text = new();
        foreach (Explanation explanation in explanations)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Append(text, explanation);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Explanation explanation)
    {
        MetricInfo metric = explanation.Target.Metric;
        string kind = metric.Kind == MetricKind.Counter ? "counter" : "gauge";
        text.Append($"{HumanFormat.Name(explanation.Name)}   {kind}, {metric.Unit}\n  {metric.Description}\n\n");
        Section(text, "declared", explanation.Declared);
        AppendReading(text, explanation, metric);
        if (explanation.Absence is string absence)
        {
            Section(text, "absent", [absence]);
        }

        if (explanation.Hidden is string hidden)
        {
            Section(text, "left out", [hidden]);
        }

        AppendSent(text, explanation);
    }

    private static void AppendReading(StringBuilder text, Explanation explanation, MetricInfo metric)
    {
        string value = $"{NumberOf(explanation.Value, metric)} {metric.Unit}{Rounded(explanation.Value, metric)}";
        if (explanation.Operands.Count > 0)
        {
            Section(text, "read", explanation.Operands.Select(operand =>
                $"{operand.Metric.Name} = {(operand.Value.IsPresent ? NumberOf(operand.Value, operand.Metric) : "(absent)")} " +
                $"{operand.Metric.Unit}   (collector explain '{operand.Name}')"));
            if (explanation.Value.IsPresent)
            {
                string formula = ExpressionNames.Replace(metric.Derived!, name =>
                    explanation.Operands.First(operand => operand.Metric.Name == name) is { } operand
                        ? NumberOf(operand.Value, operand.Metric) : name);
                Section(text, "computed", [$"{formula} = {value}"]);
            }
        }
        else if (explanation.Raw is { Text.Count: > 0 } raw)
        {
            Section(text, "read", [raw.Place, .. raw.Text.Select(static line => "  " + line)]);
            AppendConversion(text, explanation, raw, value);
        }
    }

    private static void AppendConversion(StringBuilder text, Explanation explanation, RawReading raw, string value)
    {
        if (raw.Formula.Length > 0 && explanation.Value.IsPresent)
        {
            bool isWrapping = raw.Formula.EndsWith(Wraps, StringComparison.Ordinal);
            string formula = isWrapping ? raw.Formula[..^Wraps.Length] : raw.Formula;
            string note = isWrapping ? " (a counter of 32 bits, which goes on past its wraps)" : "";
            bool isConverted = formula.Contains(' ');
            Section(text, isConverted ? "converted" : "value", [isConverted ? $"{formula} = {value}{note}" : value + note]);
        }
    }

    private static void AppendSent(StringBuilder text, Explanation explanation)
    {
        if (explanation.Sent.Count == 0)
        {
            return;
        }

        TextTable table = new(leftAligned: 2);
        foreach (WireLine line in explanation.Sent)
        {
            table.Add(line.Names, HumanFormat.Name(line.Text));
        }

        StringBuilder lines = new();
        table.AppendTo(lines);
        Section(text, explanation.Hidden is null ? "sent" : "would send", lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Section(StringBuilder text, string label, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append($"  {label.PadRight(LabelWidth)}{HumanFormat.Name(line)}".TrimEnd()).Append('\n');
            label = "";
        }
    }

    private static string NumberOf(MetricValue value, MetricInfo metric)
    {
        Span<byte> digits = stackalloc byte[WireNumber.MaxDecimal];
        return !value.IsPresent || !double.IsFinite(value.Number) ? "?"
            : Encoding.ASCII.GetString(digits[..(value.IsWhole
                ? WireNumber.Write(digits, value.Whole)
                : WireNumber.Write(digits, value.Number, metric.Decimals))]);
    }

    /// <summary>What a large number is for people who do not count digits.</summary>
    private static string Rounded(MetricValue value, MetricInfo metric) =>
        value.IsPresent && ((metric.Unit == "bytes" && value.Number >= 1024) || (metric.Unit == "seconds" && value.Number >= 600))
            ? $" ({HumanFormat.Value(value, metric.Unit)})"
            : "";
}
