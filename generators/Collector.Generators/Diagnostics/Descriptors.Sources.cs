using Microsoft.CodeAnalysis;

namespace Collector.Generators.Diagnostics;

/// <content>Faults of sources.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BadSource = new(
        "COL0016",
        "A source is of no known kind",
        "A source is a 'file' with 'keys', a 'file' with 'columns', a 'native' with 'fields' or a 'pdh' with 'counters'; this one has {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor AnyBesideOthers = new(
        "COL0018",
        "'any' stands beside another platform",
        "'any' stands for every platform, so '{0}' beside it has no meaning; remove one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadFile = new(
        "COL0019",
        "A file is not an absolute path",
        "File '{0}' has to be an absolute path such as /proc/stat, without '..'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadPattern = new(
        "COL0020",
        "A row pattern cannot be read",
        "Row pattern '{0}' cannot be read: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor InstanceMismatch = new(
        "COL0021",
        "Group and rows disagree about instances",
        "{0}; name an instance in both places or in none",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadColumn = new(
        "COL0022",
        "A column cannot be had",
        "Metric '{0}' needs a column from {1} on, not {2}; columns count from 0 and the pattern takes the first ones",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor FeedsTwo = new(
        "COL0023",
        "One value feeds two metrics",
        "{0} feeds both '{1}' and '{2}'; bind one of them and derive the other",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadScale = new(
        "COL0024",
        "A scale is no positive number",
        "Scale {0} has to be a number above 0 and below 2^64, or \"clockTicks\"",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor FractionalScale = new(
        "COL0025",
        "A scale gives fractions of a whole unit",
        "Scale {0} gives fractions and metric '{1}' counts whole {2}; use a whole scale or a unit with decimals",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadWidth = new(
        "COL0026",
        "A width is wrong",
        "Width {0} of metric '{1}' has no meaning: only counters have a width, and it is 32 or left out",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadOptional = new(
        "COL0041",
        "An optional metric is not bound",
        "Metric '{0}' is optional here and not bound by this source; bind it or remove it from 'optional'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadExclude = new(
        "COL0042",
        "An excluded instance cannot be read",
        "Exclude '{0}' has no meaning: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor EmptyList = new(
        "COL0046",
        "A list of metrics is empty",
        "'{0}' names no metric; name one or remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BoundTwice = new(
        "COL0049",
        "Two sources of a platform bind one metric",
        "Metric '{0}' is bound by an earlier source of this platform; keep one of the two",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NoSources = new(
        "COL0050",
        "A list of sources is empty",
        "This list has no source; add one or remove the platform",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadInstanceFile = new(
        "COL0051",
        "A file of each instance cannot be read",
        "File '{0}' cannot be had for each instance: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadHeader = new(
        "COL0052",
        "A header is not one word",
        "Header '{0}' has to be what the lines of names and of values begin with: one word, with its colon",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BadKey = new(
        "COL0047",
        "A key is not one word",
        "Key '{0}' has to be what a line begins with: one word, without its colon",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
