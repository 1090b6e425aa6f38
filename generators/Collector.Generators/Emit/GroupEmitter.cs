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
                        Decimals: {metric.Unit.Decimals},
                        MetricKind.{metric.Kind},
                        {Literal.Text(metric.Description)},
                        Linux: {Literal.TextOrNull(Provenance.Of(group, metric, Platform.Linux))},
                        Windows: {Literal.TextOrNull(Provenance.Of(group, metric, Platform.Windows))}),
                    """);
            }
        }

        writer.Line("];");
    }

    private static void EmitProperties(SourceWriter writer, Declaration group, GroupNames names) => writer.Line($$"""

        public static {{names.Group}} Definition { get; } = new();

        public override string Name => {{Literal.Text(group.Group)}};

        public override string Description => {{Literal.Text(group.Description)}};

        public override string? InstanceLabel => {{Literal.TextOrNull(group.Instance)}};

        public override ReadOnlySpan<MetricInfo> Metrics => s_metrics;

        """);

    private static void EmitCreateReader(SourceWriter writer, Declaration group, GroupNames names)
    {
        Source? any = group.Sources.FirstOrDefault(static source => source.Platform == Platform.Any);
        if (any is not null)
        {
            writer.Line($"""
                public override GroupReader? CreateReader(Platform platform, SourceContext context) =>
                    {Construct(names, any)};
                """);
            return;
        }

        using (writer.Block("public override GroupReader? CreateReader(Platform platform, SourceContext context)"))
        {
            foreach (Source source in group.Sources)
            {
                EmitChoice(writer, names, source);
            }

            writer.Line("return null;");
        }
    }

    private static void EmitChoice(SourceWriter writer, GroupNames names, Source source)
    {
        string condition = $"platform == Platform.{source.Platform}";
        if (source is NativeSource)
        {
            writer.Line("// The executable of another system does not carry what only this one can call.");
            condition += $" && OperatingSystem.Is{source.Platform}()";
        }

        using (writer.Block($"if ({condition})"))
        {
            writer.Line($"return {Construct(names, source)};");
        }

        writer.Line();
    }

    private static string Construct(GroupNames names, Source source)
    {
        bool wantsContext = source is not NativeSource native || NativeReaderEmitter.WantsContext(native);
        return $"new {names.ReaderOf(source.Platform)}({(wantsContext ? "context" : "")})";
    }
}
