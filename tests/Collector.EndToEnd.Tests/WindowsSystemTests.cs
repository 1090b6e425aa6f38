using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>The groups of the system as a whole under Wine, held against what the host's own kernel says.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsSystemTests(WineHost wine)
{
    private static readonly char[] s_blanks = [' ', '\t'];

    [Test]
    public async Task What_TCP_has_done_is_what_the_kernel_says()
    {
        await AssertBetween("tcp", static () => Counts("/proc/net/snmp", "Tcp:"), new()
        {
            ["active_opens"] = ["ActiveOpens"],
            ["passive_opens"] = ["PassiveOpens"],
            ["attempt_fails"] = ["AttemptFails"],
            ["established_resets"] = ["EstabResets"],
            ["segments_in"] = ["InSegs"],
            ["segments_out"] = ["OutSegs"],
            ["retransmits"] = ["RetransSegs"],
            ["errors_in"] = ["InErrs"],
            ["resets_out"] = ["OutRsts"],
        });
    }

    [Test]
    public async Task What_UDP_has_done_is_what_the_kernel_says_of_IPv4_and_IPv6()
    {
        await AssertBetween("udp", static () => Counts("/proc/net/snmp", "Udp:").Concat(Udp6()).ToDictionary(), new()
        {
            ["datagrams_in"] = ["InDatagrams", "Udp6InDatagrams"],
            ["datagrams_out"] = ["OutDatagrams", "Udp6OutDatagrams"],
            ["no_port"] = ["NoPorts", "Udp6NoPorts"],
            ["errors_in"] = ["InErrors", "Udp6InErrors"],
        });
    }

    [Test]
    public async Task Sockets_are_counted_by_their_state()
    {
        const int Sockets = 60;

        // Other tests have sockets of their own, which come and go.
        const int Others = 20;
        WineReading before = await WineReading.Take(wine, "tcp,udp");
        List<Socket> sockets = [];
        for (int count = 0; count < Sockets; count++)
        {
            sockets.Add(Bound(SocketType.Stream, ProtocolType.Tcp));
            sockets[^1].Listen();
            Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(sockets[^1].LocalEndPoint!);
            sockets.AddRange([client, sockets[^1].Accept(), Bound(SocketType.Dgram, ProtocolType.Udp)]);
        }

        WineReading after = await WineReading.Take(wine, "tcp,udp");
        sockets.ForEach(static socket => socket.Dispose());

        await Assert.That(after["tcp.listen"] - before["tcp.listen"]).IsBetween(Sockets - Others, Sockets + Others);
        await Assert.That(after["tcp.established"] - before["tcp.established"])
            .IsBetween((2 * Sockets) - Others, (2 * Sockets) + Others);
        await Assert.That(after["udp.sockets"] - before["udp.sockets"]).IsBetween(Sockets - Others, Sockets + Others);
    }

    [Test]
    public async Task Processors_have_the_clock_that_the_kernel_knows()
    {
        double[] before = Megahertz();
        WineReading reading = await WineReading.Take(wine, "cpu.frequency");
        double[] all = [.. before, .. Megahertz()];

        // A clock changes from one moment to the next: what this shows is the processor and the unit.
        for (int processor = 0; processor < Environment.ProcessorCount; processor++)
        {
            await Assert.That(reading[$"cpu.{processor}.frequency"]).IsBetween(all.Min() * 1e6 / 4, all.Max() * 1e6 * 4);
        }
    }

    [Test]
    public async Task What_Wine_does_not_count_is_left_out_and_no_zero_is_sent_for_it()
    {
        WineReading reading = await WineReading.Take(wine, "cpu,memory,paging,processes,system,page_file");

        // Counters of an object that Wine has not are missed, and nothing else is.
        await Assert.That(reading.Faults.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ContainsOnly(static line => line.Contains("performance counters", StringComparison.Ordinal));
        await Assert.That(reading.Metrics).Contains("system.handles").And.Contains("memory.commit_limit");
        await Assert.That(reading.Metrics.Where(static metric => metric.StartsWith("paging.", StringComparison.Ordinal)
            || metric is "cpu.0.irq" or "cpu.0.dpc" or "memory.cached" or "memory.pool_paged" or "memory.pool_nonpaged"
                or "processes.running" or "processes.sleeping" or "processes.stopped"
                or "system.context_switches" or "system.interrupts" or "system.users"))
            .IsEmpty();
    }

    [Test]
    public async Task Paging_says_why_it_is_not_there()
    {
        CommandResult result = await wine.Run("list", "--group", "paging");

        await Assert.That(result.Output).Contains("does not count page faults");
    }

    [Test]
    public async Task Processes_are_those_of_Wine()
    {
        WineReading before = await WineReading.Take(wine, "system,processes");
        using TemporaryFolder folder = new();
        await using ChildProcess one = Run(folder, "one.txt");
        await using ChildProcess two = Run(folder, "two.txt");
        await Wait.Until("both run", () => Point.Stamps(folder.File("one.txt")).Length > 0 && Point.Stamps(folder.File("two.txt")).Length > 0);
        WineReading after = await WineReading.Take(wine, "system,processes");

        // A process of Wine's own may end in between, or be started.
        await Assert.That(after["system.processes"] - before["system.processes"]).IsBetween(0, 4);
        await Assert.That(after["processes.total"] - before["processes.total"]).IsBetween(0, 4);
        await Assert.That(after["system.threads"]).IsGreaterThan(after["system.processes"]);
    }

    [Test]
    public async Task Boot_was_after_that_of_the_host_and_before_now()
    {
        WineReading reading = await WineReading.Take(wine, "system");
        double now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        double uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);

        await Assert.That(reading["system.boot_time"]).IsBetween(now - uptime - 60, now);
    }

    [Test]
    public async Task Processes_that_are_started_are_counted()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess watching = Run(folder, "sent.txt");
        await Wait.Until("a first count", () => Forks(file).Length > 0);
        await using ChildProcess one = Run(folder, "one.txt");
        await using ChildProcess two = Run(folder, "two.txt");
        await Wait.Until("two more processes", () => Forks(file)[^1] - Forks(file)[0] >= 2);

        double[] forks = Forks(file);
        await Assert.That(forks).IsInOrder();
        await Assert.That(forks[^1] - forks[0]).IsBetween(2, 6);
    }

    private ChildProcess Run(TemporaryFolder folder, string file) => wine.Start(
        "run", "--to", $"file:///{WineHost.Drive(folder.File(file))}", "--interval", "1s", "--host", "h", "--prefix", "",
        "--group", "system");

    private static double[] Forks(string file) =>
        [.. Point.Read(file).Where(static point => point.Path == "h.system.forks").Select(static point => point.Value)];

    /// <summary>Reads the kernel's counts, the Windows executable's, and the kernel's again.</summary>
    /// <param name="group">The group to read.</param>
    /// <param name="read">The kernel's counts.</param>
    /// <param name="metrics">Which of the kernel's counts are a metric together.</param>
    private async Task AssertBetween(string group, Func<Dictionary<string, double>> read, Dictionary<string, string[]> metrics)
    {
        Dictionary<string, double> before = read();
        WineReading reading = await WineReading.Take(wine, group);
        Dictionary<string, double> after = read();

        await Assert.That(reading.Faults).IsEmpty();
        foreach ((string metric, string[] keys) in metrics)
        {
            await Assert.That(reading[$"{group}.{metric}"])
                .IsBetween(keys.Sum(key => before[key]), keys.Sum(key => after[key]))
                .Because($"{group}.{metric} is {string.Join(" + ", keys)}");
        }
    }

    /// <summary>Counts of which a line has the names and the next one the values.</summary>
    private static Dictionary<string, double> Counts(string file, string word)
    {
        string[][] lines = [.. File.ReadLines(file)
            .Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(static line => line.Split(' ')[1..])];
        return lines[0].Zip(lines[1]).ToDictionary(
            static pair => pair.First, static pair => double.Parse(pair.Second, CultureInfo.InvariantCulture));
    }

    /// <summary>The counts of IPv6, one on a line; a host without it has none.</summary>
    private static Dictionary<string, double> Udp6()
    {
        Dictionary<string, double> counts = new()
        {
            ["Udp6InDatagrams"] = 0, ["Udp6OutDatagrams"] = 0, ["Udp6NoPorts"] = 0, ["Udp6InErrors"] = 0,
        };
        foreach (string line in File.Exists("/proc/net/snmp6") ? File.ReadLines("/proc/net/snmp6") : [])
        {
            string[] fields = line.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries);
            counts[fields[0]] = double.Parse(fields[1], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private static double[] Megahertz() =>
        [.. File.ReadLines("/proc/cpuinfo").Where(static line => line.StartsWith("cpu MHz", StringComparison.Ordinal))
            .Select(static line => double.Parse(line.Split(':')[1], CultureInfo.InvariantCulture))];

    private static Socket Bound(SocketType type, ProtocolType protocol)
    {
        Socket socket = new(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
