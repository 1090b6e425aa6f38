using System.CommandLine;
using System.Globalization;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Wire;

namespace Collector.Commands;

/// <summary><c>collector run</c>: polls and forwards until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Command command = new("run", "Poll and forward until stopped.");
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Anywhere);
        command.SetAction(result => Run(common.Read(result)));
        return command;
    }

    private static int Run(Settings settings)
    {
        HostReading reading = HostReading.Open(settings, isLasting: true);
        reading.RequireOwnNames(settings.Destinations.DefaultIfEmpty(DestinationOptions.StandardOutput).Select(settings.NamingFor));
        using LogOutput output = LogOutput.OpenStandardError();
        Action<string> log = line => output.Write($"collector: {StandardError.Printable(line)}");
        using PollSet set = PollSet.Create();
        using Spool? spool = settings.OpenSpool(log);
        DeliverySettings delivery = settings.DeliveryWith(spool);
        Route[] routes = [.. settings.Destinations.DefaultIfEmpty(DestinationOptions.StandardOutput)
            .Select(to => Create(to, settings, set, log, delivery))];
        Agent agent = new(reading.Readers, routes, reading.Context, set, settings.Interval, log,
            [new SourceWatch(reading.Context.Watched)], settings.FirstSeenRate)
        {
            AfterFirstTick = () => LogAll(log, reading.FilterWarnings()),
        };
        spool?.ReportLeftovers();
        using StopSignals signals = new(agent.Stop);

        log(Opening(reading, routes, settings));
        LogAll(log, reading.LeftOut);
        LogAll(log, reading.NamelessIn(routes.Select(static route => route.Naming)));
        if (settings.Interval < TimeSpan.FromSeconds(1) && routes.Any(static route => route.Destination.Options.Wire == WireKind.Graphite))
        {
            log("Graphite keeps one point a second: of the points within a second the last one stays");
        }

        AgentEnd end = agent.Run();
        return Close(agent, routes, end, log);
    }

    private static Route Create(DestinationOptions to, Settings settings, PollSet set, Action<string> log, DeliverySettings delivery) =>
        new(Destination.Create(HostSpread.For(settings.HostName, to), set, log, delivery with { Phase = settings.PhaseOf(to) }),
            settings.NamingFor(to));

    private static void LogAll(Action<string> log, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            log(line);
        }
    }

    private static string Opening(HostReading reading, Route[] routes, Settings settings)
    {
        string groups = string.Join(", ", reading.Readers.Select(static reader => reader.Group.Name));
        string destinations = string.Join(" and ", routes.Select(static route => $"{route.Destination.Options.Label} as {route.Naming.Stem}*"));
        return $"measuring {groups} every {Duration.Format(settings.Interval)}, to {destinations}{PhaseText(routes, settings)}";
    }

    /// <summary>When the lines leave, if that is not at once, or was asked for.</summary>
    private static string PhaseText(Route[] routes, Settings settings)
    {
        TimeSpan[] phases = [.. routes.Select(route => settings.PhaseOf(route.Destination.Options))];
        double seconds = phases.Max().TotalSeconds;
        return seconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $", sent {seconds:0.#}s after each tick")
            : seconds > 0 ? $", sent {Duration.Format(phases.Max())} after each tick"
            : settings.Phase is not null ? ", sent at once"
            : "";
    }

    private static int Close(Agent agent, Route[] routes, AgentEnd end, Action<string> log)
    {
        long sent = routes.Sum(static route => route.Destination.LinesSent);
        long dropped = routes.Sum(static route => route.Destination.LinesDropped);
        long undelivered = routes.Sum(static route => route.Destination.LinesUndelivered);
        long kept = routes.Sum(static route => route.Destination.LinesKept);
        long merged = routes.Sum(static route => route.Destination.LinesMerged);
        string spooled = kept > 0 ? $", in the spool: {kept}" : "";
        string folded = merged > 0 ? $", merged into later ones: {merged}" : "";
        log($"stopped; ticks: {agent.Ticks}, lines sent: {sent}, dropped: {dropped}, not delivered: {undelivered}{spooled}{folded}");
        return end == AgentEnd.OutputClosed ? ExitCode.InputOutput
            : undelivered > 0 || routes.Any(static route => IsNeverReached(route.Destination)) ? ExitCode.Unreachable
            : ExitCode.Done;
    }

    private static bool IsNeverReached(Destination destination) =>
        destination.LinesSent == 0 && destination.LinesDropped > 0;
}
