using System.CommandLine;
using System.Text;
using Collector.Configuration;
using Collector.Metrics;
using Collector.Reports;
using Collector.Sources;

namespace Collector.Commands;

/// <summary><c>collector list</c>: what this build can measure, and which of it this host can.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        Command command = new("list", "Show what this build can measure, and which of it this host has.");
        FormatOption format = new FormatOption(
            "table of what is here, or markdown: the reference of every metric and its source on each system.",
            "table", "markdown").AddTo(command);
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Group, SettingKey.Root);
        command.SetAction(result => Run(common.Read(result), format.Read(result)));
        return command;
    }

    private static int Run(Settings settings, string format)
    {
        if (format == "markdown")
        {
            Console.Out.Write(MetricReference.Render([.. settings.Groups.Where(group => settings.Filter.PossibleOf(group) != 0)]));
            return ExitCode.Done;
        }

        SourceContext context = new(settings.Root) { Filter = settings.Filter, Targets = settings.Targets };
        Platform platform = HostReading.PlatformOf(context);
        context.BeginTick();

        TextTable table = new(leftAligned: 5);
        table.Add("METRIC", "UNIT", "KIND", "HERE", "MEANING");
        List<string> notes = [];
        foreach (MetricGroup group in settings.Groups.Where(group => settings.Filter.PossibleOf(group) != 0))
        {
            AddGroup(table, notes, group, group.Open(platform, context));
        }

        StringBuilder text = new();
        table.AppendTo(text);
        foreach (string note in notes)
        {
            text.Append('\n').Append(note).Append('\n');
        }

        Console.Out.Write(text.ToString());
        return ExitCode.Done;
    }

    private static void AddGroup(TextTable table, List<string> notes, MetricGroup group, GroupReader? reader)
    {
        reader?.Read();
        foreach (MetricInfo metric in group.Metrics)
        {
            table.Add(group.PathOf(metric), metric.Unit, metric.Kind.ToString().ToLowerInvariant(), Here(group, reader, metric), metric.Description);
        }

        if (reader is { Fault.IsNone: false })
        {
            notes.Add($"{group.Name}: {reader.Fault}");
        }
    }

    private static string Here(MetricGroup group, GroupReader? reader, MetricInfo metric)
    {
        for (int row = 0; row < (reader?.RowCount ?? 0); row++)
        {
            if (reader!.Value(row, metric.Index).IsPresent)
            {
                return "yes";
            }
        }

        return (group.Has(metric, Platform.Linux), group.Has(metric, Platform.Windows)) switch
        {
            (true, false) when OperatingSystem.IsWindows() => "no (Linux only)",
            (false, true) when OperatingSystem.IsLinux() => "no (Windows only)",
            _ => "no",
        };
    }
}
