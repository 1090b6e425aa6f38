using System.Globalization;
using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Says in a few words where a metric comes from on a platform. People count columns from 1.</summary>
internal static class Provenance
{
    /// <summary>Null if the platform has no such metric.</summary>
    public static string? Of(Declaration group, Metric metric, Platform platform)
    {
        if (metric.Derived is not null)
        {
            bool isKnown = metric.Derived.Names.All(name => Of(group, group.Find(name)!, platform) is not null);
            return isKnown ? Infix(metric.Derived) : null;
        }

        return group.SourcesOf(platform).Select(source => Of(source, metric)).FirstOrDefault(static text => text is not null);
    }

    private static string? Of(Source source, Metric metric) => source switch
    {
        KeyedFile file => file.Keys.Where(binding => binding.Metric.Name == metric.Name)
            .Select(binding => $"{file.Path}: {Header(file)}{binding.Key}{Converted(binding.Conversion)}").FirstOrDefault(),
        ColumnsFile file => file.Columns.Where(binding => binding.Metric.Name == metric.Name)
            .Select(binding => $"{file.Path}: {Column(file, binding)}{Converted(binding.Conversion)}").FirstOrDefault(),
        InstanceFile file => file.Columns.Where(binding => binding.Metric.Name == metric.Name)
            .Select(binding => $"{file.Path}: column {binding.Column + 1}{Converted(binding.Conversion)}").FirstOrDefault(),
        NativeSource native => native.Fields.Where(binding => binding.Metric.Name == metric.Name)
            .Select(binding => $"{native.Name}: {Field(binding)}{Converted(binding.Conversion)}").FirstOrDefault(),
        PdhSource pdh => pdh.Counters.Where(binding => binding.Metric.Name == metric.Name)
            .Select(binding => $@"{pdh.Path}\{binding.Counter}{Converted(binding.Conversion)}").FirstOrDefault(),
        _ => null,
    };

    private static string Header(KeyedFile file) => file.Header is null ? "" : file.Header + " ";

    private static string Column(ColumnsFile file, ColumnBinding binding) =>
        file.Pattern is null ? $"column {binding.Column + 1}" : $"{file.Pattern.Text}, column {binding.Column + 1}";

    private static string Field(FieldBinding binding)
    {
        string text = Infix(binding.Value);
        return binding.Value is BinaryExpression && !binding.Conversion.Scale.KeepsAsIs ? $"({text})" : text;
    }

    private static string Converted(Conversion conversion)
    {
        string scale = conversion.Scale.Kind switch
        {
            ScaleKind.None => "",
            ScaleKind.ClockTicks => " / clock ticks",
            ScaleKind.Divide => $" / {conversion.Scale.Factor:F0}",
            _ => $" * {conversion.Scale.Text}",
        };
        string offset = conversion.Offset == 0 ? ""
            : $" {(conversion.Offset < 0 ? '-' : '+')} {Math.Abs(conversion.Offset).ToString(CultureInfo.InvariantCulture)}";
        return scale + offset + (conversion.IsWrapping ? ", 32 bits" : "");
    }

    private static string Infix(Expression expression) => ExpressionWriter.Infix(expression);
}
