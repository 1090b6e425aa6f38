using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults of expressions.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BadExpression = new(
        "COL0027",
        "An expression cannot be read",
        "Expression '{0}' cannot be read here: expected {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownOperand = new(
        "COL0028",
        "An expression uses an unknown metric",
        "Expression uses '{0}', which is no metric of this group: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor LaterOperand = new(
        "COL0029",
        "A metric is derived from a later one",
        "Metric '{0}' is derived from '{1}', {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NotWhole = new(
        "COL0030",
        "A whole unit gets fractions",
        "Metric '{0}' counts whole {1} and this expression yields fractions; use only + - * over whole numbers or a unit with decimals",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
