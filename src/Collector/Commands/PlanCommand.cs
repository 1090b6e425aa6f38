using System.CommandLine;
using System.Globalization;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Metrics;
using Collector.Reports;
using Collector.Scheduling;
using Collector.Wire;

namespace Collector.Commands;

/// <summary><c>collector plan</c>: what this configuration means for the receivers, for a host and for a fleet.</summary>
internal static class PlanCommand
{
    private const string DefaultRetention = "10s:1d,1m:30d,10m:1y";

    public static Command Create()
    {
        Option<string> hosts = new("--hosts", "-n")
        {
            Description = "How many hosts like this one there are.",
            HelpName = "number",
            DefaultValueFactory = static _ => "1",
        };
        Option<string> retention = new("--retention")
        {
            Description = "What carbon keeps, as in its storage-schemas.conf.",
            HelpName = "archives",
            DefaultValueFactory = static _ => DefaultRetention,
        };
        Command command = new("plan", "Count what a configuration sends: series, points and bytes, for a host and for a fleet.")
        {
            hosts,
            retention,
        };
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Reading);
        command.SetAction(result => Run(
            common.Read(result), Hosts(result.GetValue(hosts)!), RetentionOf(result.GetValue(retention)!)));
        return command;
    }

    private static int Run(Settings settings, long hosts, Retention retention)
    {
        HostReading reading = HostReading.Open(settings, isLasting: true);
        reading.RequireOwnNames(settings.DestinationsOrOutput.Select(settings.NamingFor));
        reading.Read();
        StandardError.WriteLines(reading.NamelessIn(
            settings.DestinationsOrOutput.Select(settings.NamingFor)));
        string separator = "";
        foreach (DestinationOptions to in settings.DestinationsOrOutput)
        {
            WireNaming naming = settings.NamingFor(to);
            string heading = $"{to.Label} as {naming.Stem}*, every {Duration.Format(settings.Interval)}";
            Console.Out.Write(separator + PlanReport.Render(
                heading, [.. Count(reading.Readers, to, naming)], settings.Interval, hosts,
                to.Wire == WireKind.Graphite ? retention : null, settings.FirstSeenRate));
            separator = "\n";
        }

        return reading.ReportFaults();
    }

    private static IEnumerable<GroupPlan> Count(IReadOnlyList<GroupReader> readers, DestinationOptions to, WireNaming naming)
    {
        WireWriter writer = to.CreateWriter();
        foreach (GroupReader reader in readers)
        {
            if (reader.CreateSerializer(naming) is not GroupSerializer serializer)
            {
                continue;
            }

            // What counters grow by cannot be told the first time.
            for (int pass = 0; pass < 2; pass++)
            {
                writer.Begin(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), MonotonicClock.Nanoseconds);
                serializer.Write(writer);
                writer.End();
            }

            yield return new(reader.Group.Name, writer.Lines, writer.Length);
        }
    }

    private static long Hosts(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long hosts) && hosts is >= 1 and <= 10_000_000
            ? hosts
            : throw new UserError(ExitCode.WrongCommandLine, $"--hosts: '{text}' is not a number from 1 to 10000000");

    private static Retention RetentionOf(string text) => Retention.Parse(text, out string fault)
        ?? throw new UserError(ExitCode.WrongCommandLine, $"--retention: '{text}' {fault}; write for example {DefaultRetention}");
}
