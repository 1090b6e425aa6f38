using System.CommandLine;
using Collector.Configuration;
using Collector.Metrics;
using Collector.Reports;
using Collector.Sources;
using Collector.Wire;

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
        CommonOptions common = new CommonOptions().AddTo(
            command, SettingKey.Group, SettingKey.Everything, SettingKey.Names, SettingKey.Prefix, SettingKey.Host, SettingKey.Root);
        command.SetAction(result =>
            Run(common.Read(result), format.Read(result), common.IsTyped(result, SettingKey.Names)));
        return command;
    }

    private static int Run(Settings settings, string format, bool showNames)
    {
        MetricGroup[] groups = [.. settings.Groups.Where(group => ListReport.MetricsToList(group, settings.Filter).Any())];
        if (format == "markdown")
        {
            Console.Out.Write(MetricReference.Render(groups));
            return ExitCode.Done;
        }

        SourceContext context = HostReading.ContextOf(settings);
        Platform platform = HostReading.PlatformOf(context);
        GroupReader?[] readers = [.. groups.Select(group => group.OpenReader(platform, context))];
        context.BeginTick();
        foreach (GroupReader? reader in readers)
        {
            reader?.Read();
        }

        WireNaming? naming = showNames ? settings.NamingFor(WireKind.Graphite) : null;
        Console.Out.Write(ListReport.Render(groups, readers, context, platform, naming));
        foreach (string warning in FilterWarnings.Of(settings, context, [.. readers.OfType<GroupReader>()]))
        {
            StandardError.WriteLine(warning);
        }

        return ExitCode.Done;
    }
}
