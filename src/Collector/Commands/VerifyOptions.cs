using System.CommandLine;
using Collector.Verification;

namespace Collector.Commands;

/// <summary>What <c>collector verify</c> can be told on the command line beside the settings.</summary>
internal sealed class VerifyOptions
{
    private readonly Option<string[]> _expect = new("--expect", "-e")
    {
        Description = "What has to be so, as in 'memory.total >= 16GiB'; may be given more than once. See below.",
        HelpName = "expectation",
    };

    private readonly Option<string[]> _checks = new("--checks")
    {
        Description = "A file of checks; - for standard input. May be given more than once: of two checks with one name the later one counts.",
        HelpName = "file",
    };

    private readonly Option<bool> _self = new("--self")
    {
        Description = "Is everything here fit to measure and to deliver? Sources, clock, name, spool, destinations, service; "
            + "nothing is changed. 'collector doctor' is the same.",
    };

    private readonly Option<string?> _wait = new("--wait")
    {
        Description = "Try again for that long until everything is met: for a host that still starts.",
        HelpName = "time",
    };

    private readonly Option<string?> _every = new("--every") { Description = "How often to look. Default: 5s.", HelpName = "time" };

    private readonly Option<string?> _for = new("--for")
    {
        Description = "Everything has to stay met for that long.",
        HelpName = "time",
    };

    private readonly Option<string?> _over = new("--over")
    {
        Description = "The time between the two readings that a rate takes. Default: 1s.",
        HelpName = "time",
    };

    private readonly FormatOption _format = new(
        "How to report on standard output. nagios has the exit codes of its plugins (0, 1, 2, 3).", ReportFormat.Names);

    private readonly Option<string[]> _output = new("--output", "-o")
    {
        Description = "Write a report into a file too; may be given more than once. Its format is that of its ending (.xml is junit, "
            + ".json, .tap, .md, .txt), or is named: junit=build/report.",
        HelpName = "[format=]file",
    };

    private readonly Option<bool> _schema = new("--schema") { Description = "Print the JSON schema of check files, and do nothing else." };

    public VerifyOptions AddTo(Command command)
    {
        foreach (Option option in (Option[])[_expect, _checks, _self, _wait, _every, _for, _over, _output, _schema])
        {
            command.Add(option);
        }

        _format.AddTo(command);
        return this;
    }

    public bool WantsSchema(ParseResult result) => result.GetValue(_schema);

    /// <exception cref="UserError">One of them is wrong.</exception>
    public VerifySettings Read(ParseResult result)
    {
        VerifySettings settings = new()
        {
            Expectations = result.GetValue(_expect) ?? [],
            Files = result.GetValue(_checks) ?? [],
            IsSelf = result.GetValue(_self),
            Wait = Time(result, _wait, TimeSpan.Zero),
            Every = Time(result, _every, VerifySettings.UsualPause),
            For = Time(result, _for, TimeSpan.Zero),
            Over = Time(result, _over, VerifySettings.UsualSpan),
            Format = ReportFormat.Find(_format.Read(result))!,
            Outputs = [.. (result.GetValue(_output) ?? []).Select(ReportFile.Parse)],
        };
        return settings.Files.Count(static file => file == CheckFile.StandardInput) > 1 ? throw Wrong("--checks: standard input can be read once only")
            : settings is { Expectations.Count: 0, Files.Count: 0, IsSelf: false }
                ? throw Wrong("nothing is expected; give --expect, --checks or --self, see collector verify --help")
            : settings;
    }

    private static TimeSpan Time(ParseResult result, Option<string?> option, TimeSpan otherwise)
    {
        string? text = result.GetValue(option);
        return text is null ? otherwise
            : Duration.TryParse(text, out TimeSpan time) && time > TimeSpan.Zero && time < TimeSpan.FromDays(7) ? time
            : throw Wrong($"{option.Name}: '{text}' is no time; give one such as 500ms, 10s or 5m");
    }

    private static UserError Wrong(string message) => new(ExitCode.WrongCommandLine, message);
}
