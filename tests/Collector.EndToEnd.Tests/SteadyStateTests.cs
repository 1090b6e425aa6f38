using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>What a tick costs once everything is open and every name is known.</summary>
public sealed class SteadyStateTests
{
    private const int WarmUpTicks = 100;
    private const int SteadyTicks = 1000;
    private const string Own = "p.h.self.allocated_bytes:";

    /// <summary>StatsD has no time stamps, so a tick of 10 ms has a place in it.</summary>
    [Test]
    [NotInParallel]
    public async Task A_thousand_ticks_allocate_nothing()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"file://{file}?format=statsd", "--interval", "10ms", "--host", "h", "--prefix", "p.");

        // Reading the file over and over would take the time that the ticks need.
        await Task.Delay(TimeSpan.FromSeconds((WarmUpTicks + SteadyTicks) * 0.01));
        await Wait.Until("the ticks", () => Allocations(file, Own).Length > WarmUpTicks + SteadyTicks, seconds: 60);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        long[] steady = Allocations(file, Own)[WarmUpTicks..(WarmUpTicks + SteadyTicks)];
        await Assert.That(steady.Sum()).IsEqualTo(0);
        await Assert.That(steady).ContainsOnly(static bytes => bytes == 0);
    }

    /// <summary>
    /// All there is to measure, under all names, over each kind of connection. A recorded host has processes that do
    /// not come and go, nor do its groups that fail allocate; this one has a kernel that answers.
    /// </summary>
    [Test]
    [Arguments("laptop", "*")]
    [Arguments(null, "-process,-processes,-system")]
    [NotInParallel]
    public async Task With_everything_on_they_allocate_nothing_either(string? host, string group)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        int tcp = Ports.Free();
        int udp = Ports.Free();
        using LineReceiver receiver = new(tcp);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, udp));
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--config", folder.Write("collector.json", Everything(folder)), "--all", "--group", group,
            "--root", host is null ? "/" : Repository.PathOf($"tests/Collector.Tests/Hosts/{host}"),
            "--interval", "10ms", "--host", "h",
            "--to", $"graphite://127.0.0.1:{tcp}?rates=true",
            "--to", $"graphite+udp://127.0.0.1:{udp}?names=metcollect",
            "--to", $"file://{folder.File("collectd.txt")}?names=collectd",
            "--to", $"file://{file}?format=statsd&names=tagged&prefix=p.");

        // What goes out over TCP is kept for 15 s, so its memory grows for as long.
        await Task.Delay(TimeSpan.FromSeconds(16));
        int warm = Allocations(file, "p.self.allocated_bytes:").Length;
        long[] steady = [];
        for (int second = 0; second < 60 && steady.Length < SteadyTicks; second += 5)
        {
            // Each second of it is megabytes, so it is not read often.
            await Task.Delay(TimeSpan.FromSeconds(5));
            steady = Allocations(file, "p.self.allocated_bytes:")[warm..];
        }

        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(steady.Length).IsGreaterThanOrEqualTo(SteadyTicks);
        await Assert.That(steady.Where(static bytes => bytes != 0)).IsEmpty();

        // Only a host with systemd has services.
        await Assert.That(GroupsIn(file)).IsSupersetOf(
            ["cpu", "disk_io", "port", "file", "pages", "sockets", "self", .. host is null ? (string[])[] : ["service", "process"]]);
        await Assert.That(receiver.Text).Contains("collector.h.cpu.0.user ");
        await Assert.That(socket.Available).IsGreaterThan(0);
        await Assert.That(new FileInfo(folder.File("collectd.txt")).Length).IsGreaterThan(SteadyTicks);
    }

    /// <summary>The first are the groups that scripts/bench.sh compares, the others all there are.</summary>
    [Test]
    [Arguments("cpu,disk_io,disk_usage,load,memory,net_io,swap,uptime,self")]
    [Arguments("*")]
    public async Task Three_threads_and_few_megabytes_are_enough(string groups)
    {
        int port = Ports.Free();
        using LineReceiver receiver = new(port);
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{port}", "--interval", "1s", "--group", groups);
        await Wait.Until("three ticks", () => Point.ParseAll(receiver.Text).Select(static point => point.Stamp).Distinct().Count() >= 3);

        await Assert.That(StatusOf(collector, "Threads:")).IsLessThanOrEqualTo(3);
        await Assert.That(StatusOf(collector, "RssAnon:")).IsLessThanOrEqualTo(4 * 1024);

        // How much of the executable is there is for the kernel to say: it maps more than was asked for, by what it has at hand.
        await Assert.That(StatusOf(collector, "VmRSS:")).IsLessThanOrEqualTo(8 * 1024);
    }

    private static long[] Allocations(string file, string start) => File.Exists(file)
        ? [.. File.ReadAllText(file).Split('\n').SkipLast(1)
            .Where(line => line.StartsWith(start, StringComparison.Ordinal))
            .Select(static line => long.Parse(line.Split(':', '|')[1], CultureInfo.InvariantCulture))]
        : [];

    /// <summary>The groups that have sent something, by StatsD lines with the prefix <c>p.</c>.</summary>
    private static HashSet<string> GroupsIn(string file) => [.. File.ReadLines(file).Select(static line => line.Split('.')[1])];

    /// <summary>A configuration that looks at something of each kind that has to be named.</summary>
    private static string Everything(TemporaryFolder folder) => $$"""
        {
          "services": ["cron", "no such"],
          "processes": ["sshd", "systemd"],
          "ports": ["tcp:22", "udp:53"],
          "files": ["{{folder.Path}}", "/no/such"],
          "tags": { "site": "berlin", "rack": "7" },
          "counters": [
            { "file": "/proc/vmstat", "key": "nr_free_pages", "name": "pages.free" },
            { "file": "/proc/net/sockstat", "row": "{instance}: inuse", "column": 2, "name": "sockets.in_use" }
          ]
        }
        """;

    private static long StatusOf(ChildProcess process, string key) => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith(key, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
