using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults of sources that are performance counters, and of what is done to their numbers.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BadCounterObject = new(
        "COL0065",
        "A performance object cannot be read",
        "Performance object '{0}' cannot be read: {1}; write 'Object', 'Object(*)' or 'Object(instance)'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadCounter = new(
        "COL0066",
        "A performance counter cannot be read",
        "Performance counter '{0}' cannot be read: {1}; write its English name as perfmon shows it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor CountersInTicks = new(
        "COL0067",
        "A performance counter does not count clock ticks",
        "Counter '{0}' comes in seconds where it counts time, so \"clockTicks\" has no meaning; remove the scale",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor CountersComplete = new(
        "COL0068",
        "Performance counters cannot complete rows",
        "'{0}' brings rows of its own and cannot complete those of an earlier source; put it first or into a group of its own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor CountersElsewhere = new(
        "COL0069",
        "Performance counters are Windows' own",
        "Only Windows has performance counters; move the source to 'windows'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadOffset = new(
        "COL0070",
        "An offset is wrong",
        "The offset of metric '{1}' cannot be {0}: it is a number, and only metrics with decimals have one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
