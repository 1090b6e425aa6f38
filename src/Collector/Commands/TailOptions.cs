using System.CommandLine;
using System.Globalization;
using Collector.Receiving;

namespace Collector.Commands;

/// <summary>What <c>collector tail</c> can be told on the command line.</summary>
internal sealed class TailOptions
{
    private const string Loopback = "127.0.0.1";
    private const int GraphitePort = 2003;
    private const int PicklePort = 2004;
    private const int StatsdPort = 8125;
    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    private readonly Option<string?> _graphite = PortOption("--graphite", GraphitePort, "Graphite's lines, over TCP and UDP");
    private readonly Option<string?> _statsd = PortOption("--statsd", StatsdPort, "StatsD, over UDP and TCP");
    private readonly Option<string?> _pickle = PortOption("--pickle", PicklePort, "carbon's pickles, over TCP");

    private readonly Option<string> _bind = new("--bind", "-b")
    {
        Description = "The address of this host to listen at: 0.0.0.0 for all, :: for those of IPv6 as well. Anybody who reaches it can send.",
        HelpName = "address",
        DefaultValueFactory = static _ => Loopback,
    };

    private readonly Option<bool> _count = new("--count") { Description = "Print no lines, but how many there were so far." };

    private readonly Option<string> _every = new("--every")
    {
        Description = "How often --count prints.",
        HelpName = "time",
        DefaultValueFactory = static _ => "1s",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print no lines, only what is malformed." };

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "What carbon or statsd takes, but another server minds, is malformed too. Otherwise it is a note, said once for each kind.",
    };

    private readonly Option<string?> _lines = new("--lines", "-n") { Description = "End after so many lines.", HelpName = "number" };

    private readonly Option<string?> _for = new("--for") { Description = "End after that time: 30s, 5m.", HelpName = "time" };

    private readonly Option<string?> _idle = new("--idle")
    {
        Description = "End when nothing has come for that time, once something has.",
        HelpName = "time",
    };

    private readonly Option<string[]> _expect = new("--expect", "-e")
    {
        Description = "Fail unless a line came whose name matches, as in 'servers.*.load.*'; may be given more than once.",
        HelpName = "pattern",
    };

    /// <summary>Gives a command the options.</summary>
    public TailOptions AddTo(Command command)
    {
        foreach (Option option in (Option[])[_graphite, _statsd, _pickle, _bind, _count, _every, _quiet, _strict, _lines, _for, _idle, _expect])
        {
            command.Add(option);
        }

        return this;
    }

    /// <exception cref="UserError">One of them is wrong.</exception>
    public TailSettings Read(ParseResult result)
    {
        bool isChosen = Has(result, _graphite) || Has(result, _statsd) || Has(result, _pickle);
        TailSettings settings = new()
        {
            Bind = result.GetValue(_bind)!,
            Graphite = PortOf(result, _graphite, GraphitePort, byDefault: !isChosen),
            Statsd = PortOf(result, _statsd, StatsdPort, byDefault: !isChosen),
            Pickle = PortOf(result, _pickle, PicklePort, byDefault: false),
            Style = result.GetValue(_count) ? TailStyle.Counts : result.GetValue(_quiet) ? TailStyle.Quiet : TailStyle.Lines,
            IsStrict = result.GetValue(_strict),
            Every = Time(result.GetValue(_every), _every.Name),
            For = Time(result.GetValue(_for), _for.Name),
            Idle = Time(result.GetValue(_idle), _idle.Name),
            Lines = LinesOf(result),
            Expected = result.GetValue(_expect) ?? [],
        };

        return result.GetValue(_count) && result.GetValue(_quiet)
            ? throw Wrong("--count and --quiet exclude each other")
            : Has(result, _every) && settings.Style != TailStyle.Counts ? throw Wrong("--every says how often --count prints: give both")
            : settings;
    }

    private static Option<string?> PortOption(string name, int port, string what) => new(name)
    {
        Description = $"Listen for {what}. Default port: {port}; 0 is any free one.",
        HelpName = "port",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static bool Has(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static int? PortOf(ParseResult result, Option<string?> option, int port, bool byDefault)
    {
        if (!Has(result, option))
        {
            return byDefault ? port : null;
        }

        string? text = result.GetValue(option);
        return string.IsNullOrEmpty(text) ? port
            : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number) ? number
            : throw Wrong($"{option.Name}: '{text}' is no port; give a number from 0 to 65535");
    }

    private long LinesOf(ParseResult result)
    {
        string? text = result.GetValue(_lines);
        return text is null ? long.MaxValue
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number
            : throw Wrong($"{_lines.Name}: '{text}' is no number of lines; give one from 1");
    }

    /// <summary>A time in nanoseconds; none is forever.</summary>
    private static long Time(string? text, string option) =>
        text is null ? long.MaxValue
        : Duration.TryParse(text, out TimeSpan time) && time > TimeSpan.Zero
            && time.Ticks < long.MaxValue / NanosecondsPerTick / 2 ? time.Ticks * NanosecondsPerTick
        : throw Wrong($"{option}: '{text}' is no time; give one such as 10s or 5m");

    private static UserError Wrong(string message) => new(ExitCode.WrongCommandLine, message);
}
