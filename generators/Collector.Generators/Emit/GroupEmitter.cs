using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the class that says what a group is.</summary>
internal static class GroupEmitter
{
    public static string Emit(Declaration group, GroupNames names)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler", "Collector.Sources");
        using (CodeFile.Class(writer, Literal.Xml(group.Description), $"internal sealed class {names.Group} : MetricGroup"))
        {
            EmitIndices(writer, group);
            EmitMetrics(writer, group);
            EmitProperties(writer, group, names);
            EmitOnRequest(writer, group);
            EmitDefining(writer, group);
            SourceTextEmitter.Emit(writer, group);
            EmitCreateReader(writer, group, names);
        }

        return writer.ToString();
    }

    private static void EmitIndices(SourceWriter writer, Declaration group)
    {
        foreach (Metric metric in group.Metrics)
        {
            writer.Line($"public const int {GroupNames.Member(metric)} = {metric.Index};");
        }
    }

    private static void EmitMetrics(SourceWriter writer, Declaration group)
    {
        writer.Line().Line("private static readonly MetricInfo[] s_metrics =").Line("[");
        using (writer.Indented())
        {
            foreach (Metric metric in group.Metrics)
            {
                writer.Line($"""
                    new(
                        {GroupNames.Member(metric)},
                        {Literal.Text(metric.Name)},
                        {Literal.Text(metric.Unit.Name)},
                        decimals: {metric.Unit.Decimals},
                        MetricKind.{metric.Kind},
                        {Literal.Text(metric.Description)}{Derived(metric)}{Of(metric)}{Defines(metric)}),
                    """);
            }
        }

        writer.Line("];");
    }

    private static string Derived(Metric metric) => metric.Derived is null
        ? ""
        : $",\n    derived: {Literal.Text(ExpressionWriter.Infix(metric.Derived))}";

    private static string Of(Metric metric) => metric.Of is null ? "" : $",\n    of: {Literal.Text(metric.Of)}";

    private static string Defines(Metric metric) => metric.IsDefining ? ",\n    isDefining: true" : "";

    private static void EmitProperties(SourceWriter writer, Declaration group, GroupNames names) => writer.Line($$"""

        public static {{names.Group}} Definition { get; } = new();

        public override string Name => {{Literal.Text(group.Group)}};

        public override string Description => {{Literal.Text(group.Description)}};

        public override string? InstanceLabel => {{Literal.TextOrNull(group.Instance)}};

        public override ReadOnlySpan<MetricInfo> Metrics => s_metrics;

        """);

    private static void EmitOnRequest(SourceWriter writer, Declaration group)
    {
        string[] bits = [.. group.Metrics.Where(static metric => metric.IsOnRequest).Select(metric => $"(1ul << {GroupNames.Member(metric)})")];
        if (bits.Length > 0)
        {
            writer.Line($"public override ulong OnRequest => {string.Join(" | ", bits)};").Line();
        }
    }

    private static void EmitDefining(SourceWriter writer, Declaration group)
    {
        if (group.IsDefining)
        {
            writer.Line("public override bool HasDefiningInstances => true;").Line();
        }
    }

    private static void EmitCreateReader(SourceWriter writer, Declaration group, GroupNames names)
    {
        writer.Line($"""
            public override GroupReader? CreateIdleReader(SourceContext context) => new {names.Reader}(context, [null]);

            """);
        const string Header = "public override GroupReader? CreateReader(Platform platform, SourceContext context) =>";
        if (group.Sources.Any(static source => source.Platform == Platform.Any))
        {
            using (writer.Line(Header).Indented())
            {
                writer.Line($"{Construct(group, names, Platform.Any)};");
            }

            return;
        }

        using (writer.Block($"{Header} platform switch", "};"))
        {
            foreach (Platform platform in group.Sources.Select(static source => source.Platform).Distinct())
            {
                writer.Line($"Platform.{platform} => {Construct(group, names, platform)},");
            }

            writer.Line("_ => null,");
        }
    }

    private static string Construct(Declaration group, GroupNames names, Platform platform)
    {
        Source[] sources = [.. group.Sources.Where(source => source.Platform == platform)];
        string[] arguments = ["context", .. sources.Select(source => Construct(group, names, source))];
        bool mayLack = platform != Platform.Any && sources.Any(static source => source is NativeSource or PdhSource);
        string list = arguments.Length == 2
            ? string.Join(", ", arguments)
            : $"\n    {string.Join(",\n    ", arguments)}";
        return $"new {names.Reader}({list}){(mayLack ? ".IfReadable()" : "")}";
    }

    private static string Construct(Declaration group, GroupNames names, Source source) => source is NativeSource or PdhSource
        ? $"{names.ReaderOf(group, source)}.Create(context)"
        : $"new {names.ReaderOf(group, source)}(context)";
}
