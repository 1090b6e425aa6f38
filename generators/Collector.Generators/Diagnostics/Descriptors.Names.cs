using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults of names on the wire.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownPlaceholder = new(
        "COL0035",
        "Unknown placeholder",
        "Unknown placeholder '{0}' in a path; known are {{metric}}, {{instance}} and {{instance:ESCAPE}}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadPath = new(
        "COL0036",
        "A path is illegal on the wire",
        "Path {0}; nodes are made of letters, digits, '-' and '_', with single dots between them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor PlaceholderCount = new(
        "COL0037",
        "A placeholder is missing or repeated",
        "Path has {0} {1}, and {2} is right{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownEscape = new(
        "COL0038",
        "Unknown escape",
        "Unknown escape '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor LongPath = new(
        "COL0039",
        "A path is too long",
        "Path is {0} characters long, and beyond {1} a name could exceed what receivers store; shorten it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor SharedName = new(
        "COL0048",
        "Two groups send one name",
        "Path sends '{0}', which group '{1}' in {2} sends too; give one of them another path",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor WrongGrowth = new(
        "COL0058",
        "A counter stands where a gauge belongs, or a gauge where a counter belongs",
        "Metric '{0}' is {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor MixedEscapes = new(
        "COL0059",
        "Paths of collectd escape an instance in two ways",
        "Path escapes the instance in another way than the paths before it; give all of them the same escape",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor CollectdCount = new(
        "COL0060",
        "Too few or too many paths of collectd",
        "'collectd' has 1 to {0} paths, not {1}; add one, leave it out, or divide the group",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
