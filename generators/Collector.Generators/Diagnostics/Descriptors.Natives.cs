using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults between declarations and native sources.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownNative = new(
        "COL0031",
        "Unknown native source",
        "Unknown native source '{0}', for no struct of this name bears [NativeRow]: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownField = new(
        "COL0032",
        "Unknown field of a native row",
        "Struct {0} has no field '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadField = new(
        "COL0033",
        "A field of a native row is no number",
        "Field '{0}' is of type {1}, which cannot be computed with; make it a number such as ulong or double, or ulong? where it may be absent",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NoSourceClass = new(
        "COL0034",
        "A native row has no source",
        "Struct {0} has no source; write the class {0}Source : INativeSource<{0}> in its namespace, with a constructor that takes a SourceContext or nothing",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
