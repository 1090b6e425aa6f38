using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>defines</c>: whether a metric, or what instances there are, says what a host is.</summary>
internal static class DefinesParser
{
    private const string Key = "defines";

    public static bool OfMetric(DeclarationFile file, Node node, string name, MetricKind kind) =>
        IsSet(file, node, name, kind == MetricKind.Counter ? "a running total is never twice the same; say it of gauges only" : null);

    public static bool OfGroup(DeclarationFile file, Node node, string name, string? instance) =>
        IsSet(file, node, name, instance is null ? "the group has no instances; say it of its metrics" : null);

    private static bool IsSet(DeclarationFile file, Node node, string name, string? fault)
    {
        bool isSet = Shape.IsSet(file, node, Key);
        if (isSet && fault is not null)
        {
            file.Report(Descriptors.NotDefining, Shape.Optional(node, Key)!, name, fault);
        }

        return isSet && fault is null;
    }
}
