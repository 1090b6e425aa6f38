using System.CommandLine;
using System.Diagnostics;
using Collector.Commands;
using Collector.Commands.Completion;

namespace Collector.Tests.Commands.Completion;

/// <summary>What shells are told of the commands, and what bash makes of commands below commands.</summary>
public sealed class CommandTreeTests
{
    [Test]
    public async Task It_has_every_command_that_help_shows_and_no_hidden_one()
    {
        string[] names = [.. CommandTree.Of(CommandLine.Create()).Commands.Select(static command => command.Name)];
        await Assert.That(names).Contains("run").And.Contains("completion").And.DoesNotContain("man");
    }

    [Test]
    [Arguments("--names", ValueKind.Words)]
    [Arguments("--group", ValueKind.Filter)]
    [Arguments("--config", ValueKind.File)]
    [Arguments("--spool", ValueKind.Folder)]
    [Arguments("--interval", ValueKind.Text)]
    [Arguments("--all", ValueKind.None)]
    [Arguments("--help", ValueKind.None)]
    public async Task An_option_says_what_its_value_is(string name, object kind)
    {
        CommandEntry run = CommandTree.Of(CommandLine.Create()).Commands.Single(static command => command.Name == "run");
        await Assert.That(run.Options.Single(option => option.Names[0] == name).Value.Kind).IsEqualTo((ValueKind)kind);
    }

    [Test]
    [Arguments("Where to send; may be given more than once. A URI.", "Where to send")]
    [Arguments("Time between two ticks: 10s, 1m. Default: 10s.", "Time between two ticks: 10s, 1m")]
    [Arguments("Try again for that long until everything is met: for a host that still starts.", "Try again for that long until everything is met")]
    [Arguments("Read /proc and sys.d below it.", "Read /proc and sys.d below it")]
    public async Task A_summary_is_the_first_clause(string description, string summary) =>
        await Assert.That(CommandEntry.FirstClause(description)).IsEqualTo(summary);

    [Test]
    [Arguments("x ", "once service")]
    [Arguments("x service in", "install")]
    [Arguments("x service install --sco", "--scope")]
    [Arguments("x service install --scope ", "machine user")]
    [Arguments("x service once ", "install")]
    public async Task Bash_follows_commands_below_commands(string typed, string expected)
    {
        Option<string> scope = new("--scope");
        scope.CompletionSources.Add("user", "machine");
        Option<bool> help = new("--help", "-h") { Recursive = true };
        RootCommand root = new("") { new Command("once"), new Command("service") { new Command("install") { scope } } };
        root.Options.Clear();
        root.Add(help);

        string script = $"""
            {BashScript.Of(CommandTree.Of(root))}
            COMP_WORDS=({typed.TrimEnd()}{(typed.EndsWith(' ') ? " ''" : "")})
            COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"} - 1))
            _collector 2>/dev/null
            echo "${"{"}COMPREPLY[*]{"}"}"
            """;
        ProcessStartInfo start = new("bash", ["--norc", "-c", script]) { RedirectStandardOutput = true };
        using Process bash = Process.Start(start)!;
        await Assert.That(await bash.StandardOutput.ReadToEndAsync()).IsEqualTo($"{expected}\n");
    }
}
