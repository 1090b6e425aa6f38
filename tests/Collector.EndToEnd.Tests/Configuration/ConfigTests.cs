using System.Diagnostics;
using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary><c>collector config</c>: a file is written, checked, read and explained.</summary>
public sealed class ConfigTests
{
    [Test]
    public async Task What_init_writes_is_valid_and_for_its_owner()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("collector.json");
        CommandResult init = await PublishedCollector.Run("config", "init", file);
        CommandResult check = await PublishedCollector.Run("config", "check", file);

        await Assert.That((init.ExitCode, init.Error)).IsEqualTo((0, ""));
        await Assert.That(init.Output).IsEqualTo($"wrote {file}; edit it, then: collector config check {file}\n");
        await Assert.That((check.ExitCode, check.Output)).IsEqualTo((0, $"{file} is valid; every 10s, 1 destination\n"));
        await Assert.That(await File.ReadAllTextAsync(file)).IsEqualTo((await PublishedCollector.Run("config", "init")).Output);
        await Assert.That(File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)).IsEqualTo(UnixFileMode.None);
    }

    [Test]
    public async Task What_is_asked_of_init_is_in_force_in_its_file()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("collector.json");
        await PublishedCollector.Run("config", "init", file, "--to", "graphite://carbon:2003", "-i", "30s", "--tag", "site=berlin");
        CommandResult show = await PublishedCollector.Run("config", "show", "--config", file, "--format", "json");
        JsonElement settings = JsonDocument.Parse(show.Output).RootElement.GetProperty("settings");

        await Assert.That(settings.GetProperty("to").GetProperty("value").ToString()).Contains("graphite://carbon:2003");
        await Assert.That(settings.GetProperty("interval").GetProperty("value").GetString()).IsEqualTo("30s");
        await Assert.That(settings.GetProperty("tags").GetProperty("value").GetProperty("site").GetString()).IsEqualTo("berlin");
    }

    [Test]
    public async Task Init_twice_writes_once()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("collector.json");
        await PublishedCollector.Run("config", "init", file);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        CommandResult again = await PublishedCollector.Run("config", "init", file);
        CommandResult other = await PublishedCollector.Run("config", "init", file, "--interval", "30s");
        File.CreateSymbolicLink(folder.File("link"), file);
        CommandResult link = await PublishedCollector.Run("config", "init", folder.File("link"));

        await Assert.That((again.ExitCode, again.Output, again.Error)).IsEqualTo((0, $"unchanged: {file} says this already\n", ""));
        await Assert.That((other.ExitCode, link.ExitCode)).IsEqualTo((74, 74));
        await Assert.That(File.GetLastWriteTimeUtc(file)).IsEqualTo(DateTime.UnixEpoch);
    }

    [Test]
    [Arguments("file")]
    [Arguments("link")]
    [Arguments("folder")]
    public async Task Init_touches_nothing_that_is_there(string what)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("collector.json");
        string elsewhere = folder.File("elsewhere");
        _ = what switch
        {
            "file" => folder.Write("collector.json", "mine"),
            "link" => File.CreateSymbolicLink(file, elsewhere).FullName,
            _ => Directory.CreateDirectory(file).FullName,
        };
        CommandResult init = await PublishedCollector.Run("config", "init", file);

        await Assert.That((init.ExitCode, init.Output)).IsEqualTo((74, ""));
        await Assert.That(init.Error).IsEqualTo($"collector: '{file}' is there already, and stays as it is; remove it, or name another file\n");
        await Assert.That(File.Exists(elsewhere)).IsFalse();
        await Assert.That(what != "file" || await File.ReadAllTextAsync(file) == "mine").IsTrue();
    }

    [Test]
    public async Task Init_refuses_what_could_not_be_in_force()
    {
        CommandResult init = await PublishedCollector.Run("config", "init", "--interval", "0");

        await Assert.That((init.ExitCode, init.Output)).IsEqualTo((64, ""));
        await Assert.That(init.Error).Contains("--interval: '0' is out of range");
    }

    [Test]
    public async Task Check_tells_everything_that_is_wrong_and_run_tells_the_first_of_it()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("c.json", "{\n  \"intervall\": 1,\n  \"group\": \"memry\",\n  \"counters\": [ { \"key\": \"a\" } ]\n}\n");
        CommandResult check = await PublishedCollector.Run("config", "check", file);

        await Assert.That((check.ExitCode, check.Output)).IsEqualTo((78, ""));
        await Assert.That(check.Error).IsEqualTo($"""
            collector: {file}(2,3): intervall: there is no such setting; did you mean 'interval'?
            collector: {file}(4,17): counters[0]: 'name' is missing; add it

            """);
        foreach (string command in new[] { "run", "once", "list", "plan", "snapshot" })
        {
            CommandResult result = await PublishedCollector.Run(command, "--config", file);

            await Assert.That((result.ExitCode, result.ErrorLines[0])).IsEqualTo((78, check.ErrorLines[0]));
        }
    }

    [Test]
    public async Task Check_reads_standard_input()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("c.json", "{ \"to\": [\"graphite://a\", \"statsd://b\"], \"services\": [\"sshd\"], \"interval\": 30, }");
        ProcessStartInfo good = PublishedCollector.StartInfo("sh", ["-c", $"'{PublishedCollector.Path}' config check - <'{file}'"]);
        ProcessStartInfo bad = PublishedCollector.StartInfo("sh", ["-c", $"'{PublishedCollector.Path}' config check - </dev/zero"]);
        CommandResult valid = await PublishedCollector.Run(new ChildProcess(good));
        CommandResult endless = await PublishedCollector.Run(new ChildProcess(bad));

        await Assert.That((valid.ExitCode, valid.Output)).IsEqualTo((0, "standard input is valid; every 30s, 2 destinations, 1 service\n"));
        await Assert.That((endless.ExitCode, endless.Error)).IsEqualTo((78, "collector: standard input is too long for a configuration: it has more than 4 MiB\n"));
    }

    [Test]
    [Arguments("/no/such/file")]
    [Arguments("/")]
    [Arguments("")]
    public async Task A_file_that_cannot_be_read_is_invalid(string file)
    {
        CommandResult check = await PublishedCollector.Run("config", "check", file);

        await Assert.That((check.ExitCode, check.Output, check.ErrorLines.Length)).IsEqualTo((78, "", 1));
    }

    [Test]
    public async Task Show_says_where_each_value_comes_from()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("c.json", "{\n  \"to\": [\"graphite://a\", \"graphite://b\"],\n  \"interval\": \"1m\",\n  \"host\": \"h\"\n}");
        ProcessStartInfo start = PublishedCollector.StartInfo(PublishedCollector.Path, ["config", "show", "--config", file, "--prefix", "p."]);
        start.Environment["COLLECTOR_INTERVAL"] = "2m";
        CommandResult show = await PublishedCollector.Run(new ChildProcess(start));
        string[] lines = [.. show.OutputLines.Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

        await Assert.That((show.ExitCode, show.Error)).IsEqualTo((0, ""));
        await Assert.That(lines[..6]).IsEquivalentTo([
            "setting value from", $"to graphite://a {file}, line 2", "graphite://b", "interval 2m COLLECTOR_INTERVAL", "prefix p. --prefix",
            $"host h {file}, line 4",
        ]);
        await Assert.That(lines).Contains("queue-size 16MiB default");
    }

    [Test]
    public async Task Show_is_for_programs_too()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("c.json", """{ "counters": [ { "file": "/proc/stat", "column": 1, "hex": false, "scale": 2.0, "name": "a.b" } ], "all": true }""");
        CommandResult show = await PublishedCollector.Run("config", "show", "--config", file, "--format", "json", "--first-seen-rate", "7");
        JsonElement root = JsonDocument.Parse(show.Output).RootElement;
        JsonElement settings = root.GetProperty("settings");

        await Assert.That(root.GetProperty("file").GetString()).IsEqualTo(file);
        await Assert.That(JsonElement.DeepEquals(settings.GetProperty("counters"), JsonDocument.Parse("""
            { "value": [ { "file": "/proc/stat", "column": 1, "hex": false, "scale": 2.0, "name": "a.b" } ], "from": "file", "line": 1 }
            """).RootElement)).IsTrue();
        await Assert.That(settings.GetProperty("first-seen-rate").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal))
            .IsEqualTo("""{"value":7,"from":"option","option":"--first-seen-rate"}""");
        await Assert.That(settings.GetProperty("all").GetProperty("value").ValueKind).IsEqualTo(JsonValueKind.True);
        await Assert.That(settings.GetProperty("spool").GetProperty("value").ValueKind).IsEqualTo(JsonValueKind.Null);
    }

    [Test]
    [Arguments("config", "Required command was not provided; see collector config --help")]
    [Arguments("config chek", "there is no command 'chek'; did you mean 'check'? See collector config --help")]
    [Arguments("config show --intervall 1s", "there is no option '--intervall'; did you mean '--interval'? See collector config show --help")]
    public async Task A_wrong_command_line_names_the_help_that_helps(string arguments, string message)
    {
        CommandResult result = await PublishedCollector.Run(arguments.Split(' '));

        await Assert.That((result.ExitCode, result.Error)).IsEqualTo((64, $"collector: {message}\n"));
    }

    [Test]
    [Arguments("config")]
    [Arguments("config", "init")]
    [Arguments("config", "check")]
    [Arguments("config", "show")]
    [Arguments("config", "schema")]
    public async Task Help_has_examples(params string[] command)
    {
        CommandResult help = await PublishedCollector.Run([.. command, "--help"]);

        await Assert.That((help.ExitCode, help.Error)).IsEqualTo((0, ""));
        await Assert.That(help.Output).Contains("Example").And.Contains("collector config ");
    }
}
