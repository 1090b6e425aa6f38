using System.Diagnostics;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>The completions, as the shells themselves apply them to what is typed.</summary>
public sealed class ShellTests
{
    [Test]
    [Arguments("collector ver", "verify")]
    [Arguments("collector run --nam", "--names")]
    [Arguments("collector run --names ", "collectd metcollect native tagged")]
    [Arguments("collector run --names = m", "metcollect")]
    [Arguments("collector once -f j", "json")]
    [Arguments("collector run --group cpu,-mem", "cpu,-memory")]
    [Arguments("collector run -g +cpu.us", "+cpu.user")]
    [Arguments("collector explain memory.us", "memory.used")]
    [Arguments("collector run --to stat", "statsd+tcp:// statsd://")]
    [Arguments("collector record /usr/shar", "/usr/share")]
    [Arguments("collector verify --checks /etc/hostna", "/etc/hostname")]
    [Arguments("collector run --interval ", "")]
    [Arguments("collector completion ", "bash fish powershell zsh")]
    public async Task Bash_completes(string typed, string expected)
    {
        string script = $"""
            source <('{PublishedCollector.Path}' completion bash)
            COMP_WORDS=({typed.TrimEnd()}{(typed.EndsWith(' ') ? " ''" : "")})
            COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"} - 1))
            _collector 2>/dev/null
            echo "${"{"}COMPREPLY[*]{"}"}"
            """;
        await Assert.That(await Tool.Output("bash", "--norc", "-c", script)).IsEqualTo($"{expected}\n");
    }

    /// <summary>Zsh completes in its line editor only, so it gets a terminal, and each line as keys.</summary>
    [Test]
    public async Task Zsh_completes()
    {
        (string Typed, string Expected)[] lines =
        [
            ("collector ver", "collector verify"),
            ("collector run --nam", "collector run --names"),
            ("collector run --names met", "collector run --names metcollect"),
            ("collector run --names=met", "collector run --names=metcollect"),
            ("collector once -f j", "collector once -f json"),
            ("collector run --group cpu,-mem", "collector run --group cpu,-memory"),
            ("collector run -g +cpu.us", "collector run -g +cpu.user"),
            ("collector explain memory.us", "collector explain memory.used"),
            // The slash that zsh adds goes when the next key comes.
            ("collector record /usr/shar", "collector record /usr/share"),
            ("collector verify --checks /etc/hostna", "collector verify --checks /etc/hostname"),
            ("collector completion ba", "collector completion bash"),
        ];
        using TemporaryFolder folder = new();
        string functions = folder.Write("_collector", await PublishedOutput("zsh"));
        string script = folder.Write("complete.zsh", $$"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1="> "; fpath=({{folder.Path}} $fpath); autoload -Uz compinit; compinit -D -u; print REA""DY'
            zpty -r -m shell text '*READY*'
            for typed in {{string.Join(' ', lines.Select(static line => $"'{line.Typed}'"))}}; do
                # Tab; then, at the start of the line, what prints the line.
                zpty -w -n shell "$typed"$'\t'$'\x01'"print -r -- 'LINE:"$'\x05'"'"$'\n'
                zpty -r -m shell text '*'$'\n''LINE:*'$'\n'
                print -r -- ${${text##*$'\n'LINE:}%%[[:cntrl:]]*}
            done
            zpty -d shell
            """);
        await Tool.Output("zsh", "-n", functions);
        string output = await Tool.Output("zsh", "-f", script);
        await Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd()))
            .IsEquivalentTo(lines.Select(static line => line.Expected));
    }

    [Test]
    public async Task Fish_completes()
    {
        (string Typed, string Expected)[] lines =
        [
            ("collector ver", "verify"),
            ("collector run --nam", "--names"),
            ("collector run --names ", "collectd metcollect native tagged"),
            ("collector run --names=m", "--names=metcollect"),
            ("collector once -f j", "json"),
            ("collector run --group cpu,-mem", "cpu,-memory"),
            ("collector run --group=cpu,-mem", "--group=cpu,-memory"),
            ("collector run -g +cpu.us", "+cpu.user"),
            ("collector explain memory.us", "memory.used"),
            ("collector record /usr/shar", "/usr/share/"),
            ("collector verify --checks /etc/hostna", "/etc/hostname"),
            ("collector completion ", "bash fish powershell zsh"),
        ];
        using TemporaryFolder folder = new();
        string completions = folder.Write("collector.fish", await PublishedOutput("fish"));
        string script = folder.Write("complete.fish", $"""
            source {completions}
            for typed in {string.Join(' ', lines.Select(static line => $"'{line.Typed}'"))}
                echo (complete -C"$typed" | string replace -r '\t.*' '')
            end
            """);
        string output = await Tool.Output("fish", "--no-config", script);
        await Assert.That(output.TrimEnd('\n').Split('\n')).IsEquivalentTo(lines.Select(static line => line.Expected));
    }

    [Test]
    public async Task PowerShell_completes()
    {
        (string Typed, string Expected)[] lines =
        [
            ("collector ver", "verify"),
            ("collector.exe run --nam", "--names"),
            ("collector run --names ", "collectd metcollect native tagged"),
            ("collector once -f j", "json"),
            ("collector run --group mem", "memory"),
            ("collector run --group cpu,mem", "memory"),
            ("collector run -g +cpu.us", "+cpu.user"),
            ("collector explain memory.us", "memory.used"),
            ("collector run --to stat", "statsd+tcp:// statsd://"),
            ("collector verify --checks /etc/hostna", "/etc/hostname"),
            ("collector completion p", "powershell"),
        ];
        using TemporaryFolder folder = new();
        string completions = folder.Write("collector.ps1", await PublishedOutput("powershell"));
        string script = folder.Write("complete.ps1", $$"""
            Get-Content -Raw {{completions}} | Invoke-Expression
            foreach ($typed in {{string.Join(", ", lines.Select(static line => $"'{line.Typed}'"))}}) {
                $completion = [System.Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null)
                ($completion.CompletionMatches | ForEach-Object CompletionText) -join ' '
            }
            """);
        CommandResult result = await Tool.PowerShell(new ProcessStartInfo(), script);
        await Assert.That(result.Output.TrimEnd('\n').Split('\n')).IsEquivalentTo(lines.Select(static line => line.Expected)).Because(result.Error);
    }

    [Test]
    public async Task The_manual_page_is_set_without_a_warning_and_has_every_command()
    {
        using TemporaryFolder folder = new();
        string page = folder.Write("collector.1", (await PublishedCollector.Run("man")).Output);
        ProcessStartInfo start = new("man", ["--warnings", "-E", "UTF-8", "-l", page]);
        start.Environment["MANPAGER"] = "cat";
        start.Environment["MANWIDTH"] = "80";
        start.Environment["LC_ALL"] = "C.UTF-8";
        CommandResult set = await Tool.Run(start);
        CommandResult groff = await Tool.Run("groff", "-ww", "-man", "-Tutf8", page);

        await Assert.That(set.Error).IsEqualTo("");
        await Assert.That(groff.Error).IsEqualTo("");
        foreach (string command in (string[])["run", "once", "explain METRIC", "diff A B", "completion SHELL"])
        {
            await Assert.That(set.Output).Contains($"\n   collector {command}\n");
        }

        await Assert.That(set.Output).DoesNotContain("collector man");
    }

    [Test]
    public async Task A_shell_that_is_not_known_is_an_error_with_the_nearest_one()
    {
        CommandResult result = await PublishedCollector.Run("completion", "bsh");
        await Assert.That(result.ExitCode).IsEqualTo(64);
        await Assert.That(result.Error).IsEqualTo("collector: there is no completion for 'bsh'; did you mean 'bash'?\n");
    }

    private static async Task<string> PublishedOutput(string shell) => (await PublishedCollector.Run("completion", shell)).Output;
}
