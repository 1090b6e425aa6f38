using System.CommandLine;
using Collector.Configuration;
using Collector.Explaining;
using Collector.Reports;
using Collector.Wire;

namespace Collector.Commands;

/// <summary><c>collector explain</c>: where a number comes from, and what is sent of it.</summary>
internal static class ExplainCommand
{
    /// <summary>How many instances of a metric are explained at once.</summary>
    private const int MaxInstances = 2;

    private const int MaxNames = 8;

    public static Command Create()
    {
        Argument<string> metric = new("METRIC")
        {
            Description = "A metric as 'list' shows it, its instance in brackets: cpu[0].user, memory.used, 'disk_usage[/].free'; "
                + "or a path that is sent, as copied from a graph: collector.host.cpu.0.user.",
        };
        Command command = new("explain", "Show where a number comes from: what the system says, its conversion, the lines that are sent.")
        {
            metric,
        };
        CommonOptions common = new CommonOptions().AddTo(
            command, SettingKey.Names, SettingKey.Prefix, SettingKey.Host, SettingKey.Tags, SettingKey.Root);
        command.SetAction(result => Run(
            common.Read(result), result.GetValue(metric)!, isOneSet: common.IsTyped(result, SettingKey.Names)));
        return command;
    }

    private static int Run(Settings settings, string text, bool isOneSet)
    {
        // What the configuration leaves out can be explained too.
        HostReading reading = HostReading.Open(settings with { Filter = new() { All = true } }, isLasting: true);
        reading.Read();
        WireNaming[] namings =
        [
            .. isOneSet
                ? [settings.NamingFor(WireKind.Graphite)]
                : Array.ConvertAll(Enum.GetValues<NameSet>(), names => (settings with { Names = names }).NamingFor(WireKind.Graphite)),
            settings.NamingFor(WireKind.Statsd),
        ];
        MetricQuery query = new(
            settings.Groups, reading.Readers, [.. namings, .. settings.Destinations.Select(settings.NamingFor)]);
        Explainer explainer = new(reading.Context, HostReading.PlatformOf(reading.Context), namings) { Filter = settings.Filter };
        Console.Out.Write(Explain(explainer, query.Find(text)));
        return ExitCode.Done;
    }

    private static string Explain(Explainer explainer, IReadOnlyList<MetricTarget> targets)
    {
        MetricTarget[] others = [.. targets.Where(target => target.Metric == targets[0].Metric)];
        if (others.Length <= MaxInstances)
        {
            string made = others.Length == targets.Count ? ""
                : $"What is sent there is computed from {HumanFormat.Name(string.Join(", ", targets.Select(static target => target.Name)))}.\n\n";
            return made + ExplainReport.Render(explainer.Explain(targets));
        }

        // The first that has a value, and how to ask for the others.
        MetricTarget first = others.FirstOrDefault(target => target.Value.IsPresent && explainer.IsWanted(target)) ?? others[0];
        string[] names = [.. others.Where(target => target != first).Select(static target => target.Instance!.Name)];
        string more = names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "";
        string next = others.First(target => target != first).Name;
        string hint = $"There are others: {string.Join(", ", names.Take(MaxNames))}{more}. Ask for one of them: collector explain '{next}'";
        return $"{ExplainReport.Render(explainer.Explain([first]))}\n{HumanFormat.Name(hint)}\n";
    }
}
