using System.Text.Json;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary><c>once</c> and <c>list</c>, for people and for programs.</summary>
public sealed partial class PrintingTests
{
    private static readonly string[] s_groups =
    [
        "cpu", "disk_io", "disk_usage", "load", "memory", "net_io", "page_file", "paging", "processes", "swap", "system", "tcp",
        "udp", "uptime",
    ];

    [Test]
    public async Task Once_prints_Graphite_lines_of_every_group()
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "graphite", "--host", "h", "--prefix", "p.", "--root", RecordedHost.WithEverything(folder));

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.OutputLines).ContainsOnly(static line => GraphiteLine().IsMatch(line));
        await Assert.That(result.OutputLines.Select(static line => line.Split('.')[2]).Distinct()).IsEquivalentTo(s_groups);
        await Assert.That(Point.ParseAll(result.Output).Select(static point => point.Path).Distinct().Count())
            .IsEqualTo(result.OutputLines.Length);
    }

    [Test]
    [Arguments("explain")]
    [Arguments("record")]
    public async Task Help_is_there_for_commands_that_need_an_argument(string command)
    {
        CommandResult result = await PublishedCollector.Run(command, "--help");

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.Error).IsEmpty();
        await Assert.That(result.Output).Contains($"collector {command} <").And.Contains("Exit codes: 0 done");
    }

    [Test]
    public async Task The_first_help_names_every_key_that_run_has_an_option_for()
    {
        CommandResult all = await PublishedCollector.Run("--help");
        CommandResult run = await PublishedCollector.Run("run", "--help");
        string[] keys = [.. OptionName().Matches(run.Output).Select(static match => match.Groups[1].Value).Except(["help", "config"])];

        await Assert.That(keys.Length).IsGreaterThan(10);
        await Assert.That(keys).ContainsOnly(key => all.Output.Contains(key, StringComparison.Ordinal));
    }

    [Test]
    public async Task Once_prints_StatsD_lines()
    {
        CommandResult result = await PublishedCollector.Run("once", "--format", "statsd", "--host", "h", "--prefix", "p.");

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.OutputLines.Length).IsGreaterThan(0);
        await Assert.That(result.OutputLines).ContainsOnly(static line => StatsdLine().IsMatch(line));
    }

    [Test]
    public async Task Once_prints_JSON_that_parses()
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "json", "--root", RecordedHost.WithEverything(folder));

        await Assert.That(result.ExitCode).IsEqualTo(0);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        await Assert.That(document.RootElement.ValueKind).IsEqualTo(JsonValueKind.Object);
        await Assert.That(s_groups).ContainsOnly(group => result.Output.Contains($"\"{group}\"", StringComparison.Ordinal));
    }

    [Test]
    [Arguments("once")]
    [Arguments("list")]
    public async Task What_people_read_names_every_group(string command)
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(command, "--root", RecordedHost.WithEverything(folder));

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.Error).IsEqualTo("");
        await Assert.That(s_groups).ContainsOnly(group => result.Output.Contains(group, StringComparison.Ordinal));
    }

    [Test]
    [Arguments("--help")]
    [Arguments("run", "--help")]
    [Arguments("once", "--help")]
    [Arguments("list", "--help")]
    public async Task Help_is_printed_to_standard_output(params string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(arguments);

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.Output).Contains("Usage:");
        await Assert.That(result.Error).IsEqualTo("");
    }

    [Test]
    public async Task Metcollect_names_are_those_of_metric_collective_to_the_byte()
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "graphite", "--names", "metcollect", "--host", "Build-17.Example.COM",
            "--root", RecordedHost.WithEverything(folder));

        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(result.OutputLines).ContainsOnly(static line => MetcollectLine().IsMatch(line));
        foreach (string start in (string[])
            ["cpu.0.user", "cpu.0.system", "cpu.0.idle", "memory.total", "memory.percent", "swap.free", "disk_usage.root.used",
                "disk_io.sda.read_bytes", "net_io_counters.lo.bytes_sent", "net_io_counters.lo.dropout", "uptime.uptime"])
        {
            await Assert.That(result.Output).Contains($"metcollective.build-17_example_com.{start} ");
        }
    }

    [GeneratedRegex(@"^p\.h(\.[A-Za-z0-9_-]+){2,3} -?[0-9]+(\.[0-9]*[1-9])? [1-9][0-9]{9}$")]
    private static partial Regex GraphiteLine();

    [GeneratedRegex(@"^p\.h(\.[A-Za-z0-9_-]+){2,3}:-?[0-9]+(\.[0-9]*[1-9])?\|(g|c)$")]
    private static partial Regex StatsdLine();

    [GeneratedRegex(@"^ .*--([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^metcollective\.build-17_example_com\.(cpu\.\d+\.(user|system|idle)|(memory|swap)\.(total|available|percent|used|free)|disk_usage\.[^. ]+\.(total|used|free|percent)|disk_io\.[^. ]+\.(read|write)_(count|bytes|time)|net_io_counters\.[^. ]+\.(bytes_sent|bytes_recv|packets_sent|packets_recv|errin|errout|dropin|dropout)|uptime\.uptime) -?[0-9]+\.[0-9]{6} [1-9][0-9]{9}$")]
    private static partial Regex MetcollectLine();
}
