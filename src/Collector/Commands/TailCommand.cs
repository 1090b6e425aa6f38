using System.CommandLine;
using System.Globalization;
using Collector.Delivery;
using Collector.Polling;
using Collector.Receiving;
using Collector.Scheduling;

namespace Collector.Commands;

/// <summary><c>collector tail</c>: listens for Graphite and StatsD, and checks what arrives.</summary>
internal static class TailCommand
{
    private const string AnyAddressHint = "; --bind 0.0.0.0 for other hosts";

    public static Command Create()
    {
        Command command = new("tail", "Listen for Graphite and StatsD, and check what arrives.");
        TailOptions options = new TailOptions().AddTo(command);
        command.SetAction(result => Run(options.Read(result)));
        return command;
    }

    private static int Run(TailSettings settings)
    {
        using LineOutput output = new(StandardStream.Output);
        using LineOutput errors = new(StandardStream.Error);
        LineReport report = new(settings.Style, settings.IsStrict, settings.Lines, settings.Expected, output, errors);
        using PollSet set = PollSet.Create();
        List<Port> ports = [];
        try
        {
            Open(settings, report, ports);
            report.Log(Opening(ports, settings.Bind));
            using ReceivingLoop loop = new(set, ports, report, output, errors)
            {
                Deadline = settings.For == long.MaxValue ? long.MaxValue : MonotonicClock.Nanoseconds + settings.For,
                Idle = settings.Idle,
                NeedsReader = settings.Style != TailStyle.Quiet,
                Interval = settings.Style == TailStyle.Counts ? settings.Every : long.MaxValue,
                OnInterval = () => output.Add(Counts(ports)),
            };
            using StopSignals signals = new(loop.Stop);
            ReceivingEnd end = loop.Run();
            return Close(end, settings, ports, report, output);
        }
        finally
        {
            ports.ForEach(static port => port.Dispose());
            report.Flush();
        }
    }

    private static void Open(TailSettings settings, LineReport report, List<Port> ports)
    {
        if (settings.Graphite is int graphite)
        {
            Add(ports, new LineIntake(new(ReceivedWire.Graphite), report), settings.Bind, graphite);
        }

        if (settings.Statsd is int statsd)
        {
            Add(ports, new LineIntake(new(ReceivedWire.Statsd), report), settings.Bind, statsd);
        }

        if (settings.Pickle is int pickle)
        {
            Add(ports, new PickleIntake(new(ReceivedWire.Pickle), report), settings.Bind, pickle);
        }
    }

    private static void Add(List<Port> ports, Intake intake, string address, int number)
    {
        LookupResult found = OperatingSystem.IsWindows()
            ? WindowsLookup.Find(address, number, mustBeLiteral: true)
            : LinuxLookup.Find(address, number, mustBeLiteral: true);
        if (found.Endpoints.Length == 0)
        {
            throw new UserError(
                ExitCode.WrongCommandLine, $"--bind: '{address}' is no address of IPv4 or IPv6; give one such as 127.0.0.1, 0.0.0.0 or ::");
        }

        Port port = new(intake);
        ports.Add(port);
        port.Open(PeerAddress.Of(found.Endpoints[0].Address), takesDatagrams: intake.Tally.Wire != ReceivedWire.Pickle);
    }

    private static string Opening(List<Port> ports, string bind)
    {
        string where = string.Join(", ", ports.Select(static port =>
            $"{port.Intake.Tally.Name} on {port.Address} ({(port.Datagrams is null ? "TCP" : "TCP, UDP")})"));
        bool isLocal = bind.StartsWith("127.", StringComparison.Ordinal) || bind == "::1";
        return $"listening for {where}{(isLocal ? AnyAddressHint : "")}";
    }

    private static string Counts(List<Port> ports)
    {
        string counts = string.Join("; ", ports.Select(static port => port.Intake.Tally.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss}Z {counts}");
    }

    private static int Close(ReceivingEnd end, TailSettings settings, List<Port> ports, LineReport report, LineOutput output)
    {
        if (settings.Style == TailStyle.Counts)
        {
            output.Add(Counts(ports));
        }

        string counts = string.Join("; ", ports.Select(static port => port.Intake.Tally.ToString()));
        report.Log($"{Reason(end)}; {counts}");
        bool isShort = settings.Lines != long.MaxValue && !report.IsFull && end is (ReceivingEnd.TimeIsUp or ReceivingEnd.Quiet);
        if (isShort)
        {
            report.Log($"{report.Lines} of {settings.Lines} lines came");
        }

        foreach (string pattern in report.Missing)
        {
            report.Log($"no line came whose name matches '{pattern}'");
        }

        report.Flush();
        if (output.IsClosed || output.HasPending)
        {
            report.Log($"{output.Name}: {(output.IsClosed ? output.Error : "it was not read to the end")}");
            return ExitCode.InputOutput;
        }

        return report.HasMalformed || report.Missing.Count > 0 ? ExitCode.CheckFailed
            : isShort ? ExitCode.NotInTime
            : ExitCode.Done;
    }

    private static string Reason(ReceivingEnd end) => end switch
    {
        ReceivingEnd.TimeIsUp => "the time is up",
        ReceivingEnd.Quiet => "nothing comes any more",
        ReceivingEnd.Full => "all lines have come",
        ReceivingEnd.OutputClosed => "nobody reads the lines",
        _ => "stopped",
    };
}
