using System.Diagnostics;
using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary><c>verify</c>: the exit code is what pipelines go by, the reports are what their tools read.</summary>
public sealed class VerifyTests
{
    [Test]
    [Arguments(0, "memory.total >= 1MiB")]
    [Arguments(0, "host.os == linux and cpu.count == host.cpus and rate(system.context_switches) >= 0")]
    [Arguments(1, "memory.total >= 1024TiB")]
    [Arguments(1, "net_io[nope0].up")]
    [Arguments(1, "memory.pool_paged > 1")]
    [Arguments(78, "memry.total > 1")]
    [Arguments(78, "memory.total > 1s")]
    [Arguments(78, "memory.total >")]
    public async Task The_exit_code_tells_whether_it_is_met(int code, string expect)
    {
        CommandResult result = await PublishedCollector.Run("verify", "--expect", expect);

        await Assert.That(result.ExitCode).IsEqualTo(code).Because(result.Output + result.Error);
        await Assert.That(result.Error.Length > 0).IsEqualTo(code == 78);
        await Assert.That(result.Output.Length > 0).IsEqualTo(code != 78);
    }

    [Test]
    public async Task A_mistake_is_shown_where_it_stands_on_the_command_line_and_in_a_file()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("checks.json", "{ \"checks\": [\n  { \"expect\": \"memory.totl > 1\" } ] }");
        CommandResult typed = await PublishedCollector.Run("verify", "-e", "memory.totl > 1");
        CommandResult filed = await PublishedCollector.Run("verify", "--checks", file);

        await Assert.That(typed.Error).IsEqualTo(
            "collector: --expect: there is no metric 'totl' in memory; did you mean 'total'?\n  memory.totl > 1\n         ^~~~\n");
        await Assert.That(filed.Error).IsEqualTo(
            $"collector: {file}(2,15): there is no metric 'totl' in memory; did you mean 'total'?\n  memory.totl > 1\n         ^~~~\n");
        await Assert.That(filed.ExitCode).IsEqualTo(78);
    }

    [Test]
    [Arguments(64, "verify")]
    [Arguments(64, "verify -e memory.total>1 --format xml")]
    [Arguments(64, "verify -e memory.total>1 --wait soon")]
    [Arguments(64, "verify -e memory.total>1 --output report")]
    [Arguments(74, "verify --checks /no/such/file.json")]
    [Arguments(74, "verify -e memory.total>1 --output /no/such/folder/report.xml")]
    [Arguments(64, "doctor --format xml")]
    public async Task What_is_wrong_with_the_call_is_one_line(int code, string call)
    {
        CommandResult result = await PublishedCollector.Run(call.Split(' '));

        await Assert.That(result.ExitCode).IsEqualTo(code);
        await Assert.That(result.ErrorLines.Length).IsEqualTo(1);
    }

    [Test]
    public async Task Reports_are_read_by_those_who_read_them()
    {
        using TemporaryFolder folder = new();
        string checks = folder.Write("checks.json", """
            { "checks": [ "memory.total > 1", "memory.total > 1024TiB",
              { "name": "it's <odd> & \"quoted\" # ]]> \u001b[31m", "expect": "net_io[nope0].up", "why": "because\nof that" },
              { "name": "a warning", "expect": "uptime.uptime > 500w", "severity": "warn" } ] }
            """);
        string more = folder.Write("more.json", """{ "checks": [ { "name": "elsewhere", "expect": "service[wuauserv].running == 0", "platform": "windows" } ] }""");
        string xml = folder.File("report.xml");
        string ant = folder.File("ant.xml");
        string tap = folder.File("report.tap");
        string json = folder.File("report.json");
        CommandResult result = await PublishedCollector.Run(
            "verify", "--checks", checks, "--checks", more, "-o", xml, "-o", tap, "-o", json, "--format", "silent");
        _ = await PublishedCollector.Run("verify", "--checks", checks, "-o", ant, "--format", "silent");

        await Assert.That(result).IsEqualTo(new CommandResult(1, "", ""));
        await Assert.That(await ReportReaders.Validate("jenkins-junit", xml)).IsEqualTo(new CommandResult(0, "", $"{xml} validates\n"));
        await Assert.That(await ReportReaders.Validate("JUnit", ant)).IsEqualTo(new CommandResult(0, "", $"{ant} validates\n"));
        JsonElement suite = await ReportReaders.ReadJunit(xml);
        await Assert.That(suite.GetProperty("tests").GetInt32()).IsEqualTo(5);
        await Assert.That(suite.GetProperty("failures").GetInt32()).IsEqualTo(2);
        await Assert.That(suite.GetProperty("testcase")[2].GetProperty("name").GetString()).IsEqualTo("it's <odd> & \"quoted\" # ]]> ?[31m");
        JsonElement summary = await ReportReaders.ReadTap(tap);
        await Assert.That((Count(summary, "pass"), Count(summary, "fail"), Count(summary, "todo"), Count(summary, "skip"))).IsEqualTo((2, 3, 1, 1));
        await Assert.That(summary.GetProperty("failures").GetArrayLength()).IsEqualTo(2);
        using JsonDocument read = JsonDocument.Parse(await File.ReadAllTextAsync(json));
        await Assert.That(Count(read.RootElement, "failed")).IsEqualTo(2);
    }

    [Test]
    [Arguments(0, "OK", "memory.total > 1", "fail")]
    [Arguments(1, "WARNING", "memory.total > 1024TiB", "warn")]
    [Arguments(2, "CRITICAL", "memory.total > 1024TiB", "fail")]
    [Arguments(3, "UNKNOWN", "memory.pool_paged > 1", "fail")]
    public async Task Nagios_gets_its_line_and_its_code(int code, string state, string expect, string severity)
    {
        using TemporaryFolder folder = new();
        string checks = folder.Write("checks.json", $$"""{ "checks": [ { "expect": "{{expect}}", "severity": "{{severity}}" } ] }""");
        CommandResult result = await PublishedCollector.Run("verify", "--checks", checks, "--format", "nagios");

        await Assert.That(result.ExitCode).IsEqualTo(code);
        await Assert.That(result.OutputLines.Single()).StartsWith($"COLLECTOR {state} - 1 check");
    }

    [Test]
    public async Task Only_what_is_asked_for_is_read()
    {
        using TemporaryFolder folder = new();
        string calls = folder.File("calls.txt");
        CommandResult result = await PublishedCollector.Run(new ChildProcess(PublishedCollector.StartInfo(
            Repository.Existing("strace", "/usr/bin/strace"),
            ["-f", "-qq", "-e", "trace=open,openat,statfs", "-o", calls, PublishedCollector.Path, "verify", "-e", "memory.total > 1"])));
        string opened = await File.ReadAllTextAsync(calls);

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(opened).Contains("/proc/meminfo");
        foreach (string other in (string[])["/proc/stat", "/proc/diskstats", "/proc/net/dev", "/proc/uptime", "/etc/os-release"])
        {
            await Assert.That(opened).DoesNotContain(other);
        }
    }

    [Test]
    public async Task Waiting_ends_as_soon_as_everything_is_met()
    {
        using TemporaryFolder folder = new();
        await using ChildProcess verify = PublishedCollector.Start(
            "verify", "--expect", $"file[{folder.File("ready")}].exists", "--wait", "60s", "--every", "100ms");
        await Wait.Until("it says what is missing", () => verify.Error.Contains("1 of 1 not met", StringComparison.Ordinal));
        folder.Write("ready", "");

        await Assert.That(await verify.Exit()).IsEqualTo(0);
        await Assert.That(verify.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).IsEqualTo(1);
        await Assert.That(verify.Output).StartsWith("ok ");
    }

    [Test]
    public async Task Waiting_in_vain_has_an_exit_code_of_its_own()
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            "verify", "--expect", $"file[{folder.File("ready")}].exists", "--wait", "500ms", "--every", "100ms");

        await Assert.That(result.ExitCode).IsEqualTo(3);
        await Assert.That(result.Output).StartsWith("FAIL ");
    }

    [Test]
    public async Task What_has_to_hold_is_watched()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("ready", "");
        await using ChildProcess verify = PublishedCollector.Start("verify", "--expect", $"file[{file}].exists", "--for", "60s", "--every", "100ms");
        await Wait.Until("it watches", () => verify.Error.Contains("watching whether it stays so", StringComparison.Ordinal));
        File.Delete(file);

        await Assert.That(await verify.Exit()).IsEqualTo(1);
    }

    [Test]
    public async Task A_golden_host_is_the_expectation()
    {
        using TemporaryFolder folder = new();
        string root = RecordedHost.WithEverything(folder);
        string golden = folder.File("golden.json");
        CommandResult taken = await PublishedCollector.Run("snapshot", "--root", root, "--output", golden);
        CommandResult same = await PublishedCollector.Run("verify", "--root", root, "--like", golden);
        string meminfo = Path.Combine(root, "proc", "meminfo");
        await File.WriteAllTextAsync(meminfo, (await File.ReadAllTextAsync(meminfo)).Replace("16303456", "16000000", StringComparison.Ordinal));
        CommandResult less = await PublishedCollector.Run("verify", "--root", root, "--like", golden);
        CommandResult near = await PublishedCollector.Run("verify", "--root", root, "--like", golden, "--tolerance", "5%");

        await Assert.That(taken.ExitCode).IsEqualTo(0).Because(taken.Error);
        await Assert.That(same.ExitCode).IsEqualTo(0).Because(same.Output);
        await Assert.That(less.ExitCode).IsEqualTo(1);
        await Assert.That(less.OutputLines.Single(static line => line.StartsWith("FAIL", StringComparison.Ordinal))).IsEqualTo("FAIL  like: memory.total");
        await Assert.That(near.ExitCode).IsEqualTo(0).Because(near.Output);
    }

    [Test]
    public async Task On_a_terminal_a_line_is_written_over_and_results_have_colours()
    {
        using TemporaryFolder folder = new();
        ProcessStartInfo start = PublishedCollector.StartInfo("script", ["-qec",
            $"{PublishedCollector.Path} verify --expect 'file[{folder.File("ready")}].exists' --wait 500ms --every 100ms", folder.File("typescript")]);
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        CommandResult result = await PublishedCollector.Run(new ChildProcess(start));

        await Assert.That(result.ExitCode).IsEqualTo(3);
        string seen = await File.ReadAllTextAsync(folder.File("typescript"));
        await Assert.That(seen).Contains("\r0 s: 1 of 1 not met").And.Contains("\r\e[K\e[31mFAIL");
    }

    [Test]
    public async Task The_schema_of_check_files_is_aboard()
    {
        CommandResult result = await PublishedCollector.Run("verify", "--schema");

        await Assert.That(result.Output).IsEqualTo(await File.ReadAllTextAsync(
            Repository.PathOf("src/Collector/Verification/Checks/checks.schema.json")));
    }

    [Test]
    public async Task A_pipeline_builds_an_image_verifies_it_and_refuses_a_broken_one()
    {
        Skip.When(!Environment.IsPrivilegedProcess, "Building an image takes root.");
        using TemporaryFolder folder = new();
        await using ChildProcess script = new(new ProcessStartInfo(Repository.PathOf("scripts/verify-image.sh"), [folder.File("image")]));

        await Assert.That(await script.Exit(seconds: 400)).IsEqualTo(0).Because(script.Error);
        await Assert.That(script.Output).Contains("4 checks: 4 passed").And.Contains("FAIL  collector");
    }

    private static int Count(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();
}
