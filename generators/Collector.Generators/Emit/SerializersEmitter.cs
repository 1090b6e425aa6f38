using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the classes that put a group's samples on the wires, one for each set of names and each wire.</summary>
internal static class SerializersEmitter
{
    private const string Graphite = "Graphite";
    private const string Statsd = "Statsd";

    /// <summary>As <c>WireKind</c> calls them.</summary>
    public static readonly string[] Wires = [Graphite, Statsd];

    public static string Emit(Declaration group, GroupNames names)
    {
        SourceWriter writer = CodeFile.Begin("System.CodeDom.Compiler", "Collector.Wire");
        foreach (NamePath path in group.Names)
        {
            EmitGraphite(writer, group, names, path);
            EmitStatsd(writer, group, names, path);
        }

        EmitStatsdState(writer, group, names);
        return writer.ToString();
    }

    private static bool HasCounters(Declaration group) => group.Metrics.Any(static metric => metric.IsCounter);

    private static void EmitGraphite(SourceWriter writer, Declaration group, GroupNames names, NamePath path)
    {
        using (Begin(writer, group, names, path, Graphite, "LineNames"))
        {
            EmitWrite(writer, names, path, Graphite, "LineNames", (metric, index) =>
            {
                string value = $"row.{GroupNames.Member(metric)}";
                return path.Set switch
                {
                    NameSet.Metcollect => $"graphite.WriteFixed(names[{index}], {value});",
                    _ when metric.Unit.IsWhole => $"graphite.Write(names[{index}], {value});",
                    _ => $"graphite.Write(names[{index}], {value}, {metric.Unit.Decimals});",
                };
            });
        }
    }

    private static void EmitStatsd(SourceWriter writer, Declaration group, GroupNames names, NamePath path)
    {
        string state = HasCounters(group) ? names.StatsdState : "LineNames";
        using (Begin(writer, group, names, path, Statsd, state))
        {
            EmitWrite(writer, names, path, Statsd, state, static (metric, index) =>
            {
                string member = GroupNames.Member(metric);
                return metric switch
                {
                    { IsCounter: true } => $"statsd.Count(names[{index}], row.{member}, ref names.{member});",
                    { Unit.IsWhole: true } => $"statsd.Gauge(names[{index}], row.{member});",
                    _ => $"statsd.Gauge(names[{index}], row.{member}, {metric.Unit.Decimals});",
                };
            });
        }
    }

    private static SourceWriter.Scope Begin(
        SourceWriter writer, Declaration group, GroupNames names, NamePath path, string wire, string state)
    {
        string whose = path.Set == NameSet.Metcollect ? "the names of metric-collective" : "the collector's own names";
        SourceWriter.Scope scope = CodeFile.Class(
            writer,
            $"Writes {group.Group} as lines for {(wire == Statsd ? "StatsD" : wire)}, under {whose}.",
            $"""
            internal sealed class {names.Serializer(path.Set, wire)}(Sample<{names.Row}> sample, WireNaming naming)
                : GroupSerializer<{names.Row}, {state}>(sample, naming)
            """);
        if (group.HasInstances)
        {
            writer.Line($"protected override InstanceEscape Escape => InstanceEscape.{path.Escape};").Line();
            int beside = path.Metrics.Select(metric => Beside(path, metric)).DefaultIfEmpty().Max();
            if (beside > 0)
            {
                writer.Line($"protected override int BesideInstance => {beside};").Line();
            }
        }

        EmitAddNames(writer, path);
        return scope;
    }

    private static void EmitAddNames(SourceWriter writer, NamePath path)
    {
        using (writer.Block("protected override void AddNames(LineNames names)"))
        {
            foreach (Metric metric in path.Metrics)
            {
                (string before, string after) = Around(path, metric);
                string last = after.Length > 0 ? $", {Literal.Text(after)}" : "";
                writer.Line($"names.Add(Naming, {Literal.Text(before)}{last});");
            }
        }

        writer.Line();
    }

    /// <summary>How many characters the instance shares its node with; each is a byte.</summary>
    private static int Beside(NamePath path, Metric metric)
    {
        (string before, string after) = Around(path, metric);
        return before.Split('.').Last().Length + after.Split('.')[0].Length;
    }

    /// <summary>What stands before the instance and after it; all stands before where there is none.</summary>
    private static (string Before, string After) Around(NamePath path, Metric metric) => (
        Text(path.Parts.TakeWhile(static part => part.Kind != PathPartKind.Instance), metric),
        Text(path.Parts.SkipWhile(static part => part.Kind != PathPartKind.Instance), metric));

    private static string Text(IEnumerable<PathPart> parts, Metric metric) =>
        string.Concat(parts.Select(part => part.Kind == PathPartKind.Metric ? metric.Name : part.Text));

    private static void EmitWrite(
        SourceWriter writer, GroupNames names, NamePath path, string wire, string state, Func<Metric, int, string> line)
    {
        string local = wire.ToLowerInvariant();
        using (writer.Block("public override void Write(WireWriter writer)"))
        {
            writer.Line($"{wire}Writer {local} = ({wire}Writer)writer;");
            using (writer.Block($"foreach ({names.Row} row in Sample.Rows)"))
            {
                writer.Line($"{state} names = StateOf(row);");
                for (int index = 0; index < path.Metrics.Count; index++)
                {
                    Metric metric = path.Metrics[index];
                    writer.Line($$"""
                        {{(index > 0 ? "\n" : "")}}if (row.Has({{names.Index(metric)}}))
                        {
                            {{line(metric, index)}}
                        }
                        """);
                }
            }
        }
    }

    private static void EmitStatsdState(SourceWriter writer, Declaration group, GroupNames names)
    {
        if (!HasCounters(group))
        {
            return;
        }

        using (CodeFile.Class(
            writer,
            $"What StatsD has been told of the counters of a <see cref=\"{names.Row}\"/>.",
            $"internal sealed class {names.StatsdState} : LineNames"))
        {
            foreach (Metric metric in group.Metrics.Where(static metric => metric.IsCounter))
            {
                writer.Line($"public CounterBaseline<{metric.Unit.Type}> {GroupNames.Member(metric)};");
            }
        }
    }
}
