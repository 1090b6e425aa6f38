using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults of metrics.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownUnit = new(
        "COL0007",
        "Unknown unit",
        "Unknown unit '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownKind = new(
        "COL0008",
        "Unknown kind",
        "Unknown kind '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor DuplicateMetric = new(
        "COL0009",
        "Two metrics have the same name",
        "Metric '{0}' is declared already, as '{1}'; rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor ReservedName = new(
        "COL0010",
        "A group or a metric has a reserved name",
        "{0} cannot be called '{1}', since generated code uses that name itself; choose another one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor MetricCount = new(
        "COL0011",
        "Too few or too many metrics",
        "A group has 1 to 64 metrics, not {0}; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownMetric = new(
        "COL0013",
        "Unknown metric",
        "Unknown metric '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnboundMetric = new(
        "COL0014",
        "A metric has no source",
        "Metric '{0}' has no source on any platform; bind it in 'sources' or say what it is 'derived' from",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BoundDerived = new(
        "COL0015",
        "A derived metric has a source",
        "Metric '{0}' is derived, so no source may bind it; remove one of the two",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Contradiction = new(
        "COL0040",
        "'on' and the sources disagree",
        "Metric '{0}' {1}; make 'on' and the sources agree",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownPlatform = new(
        "COL0045",
        "Unknown platform",
        "Unknown platform '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor ListedTwice = new(
        "COL0044",
        "A metric is listed twice",
        "Metric '{0}' is listed twice; keep one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadWhole = new(
        "COL0071",
        "A metric cannot be a part of another",
        "Metric '{0}' cannot be a part of '{1}', {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NotDefining = new(
        "COL0072",
        "This cannot define a host",
        "'{0}' cannot define a host: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
