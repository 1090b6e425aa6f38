using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>Services, processes and ports that the configuration names, under Wine.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsNamedTests(WineHost wine)
{
    [Test]
    public async Task A_service_runs_or_not_and_one_that_is_not_there_has_no_start_type()
    {
        using TemporaryFolder folder = new();
        string config = folder.Write("collector.json", """{ "services": ["RpcSs", "Spooler", "no-such-service"] }""");

        WineReading reading = await WineReading.Take(wine, "service", "--config", WineHost.Drive(config));

        await Assert.That(reading["service.Spooler.running"]).IsEqualTo(0);
        await Assert.That(reading["service.Spooler.start_type"]).IsEqualTo(3);
        await Assert.That(reading.Has("service.Spooler.uptime")).IsFalse();
        await Assert.That(reading["service.RpcSs.start_type"]).IsEqualTo(3);
        await Assert.That(reading.Has("service.RpcSs.uptime")).IsEqualTo(reading["service.RpcSs.running"] == 1);
        await Assert.That(reading["service.no-such-service.running"]).IsEqualTo(0);
        await Assert.That(reading.Has("service.no-such-service.start_type")).IsFalse();
    }

    [Test]
    public async Task A_service_that_is_started_runs_from_then_on()
    {
        using TemporaryFolder folder = new();
        string config = folder.Write("collector.json", """{ "services": ["RpcSs"] }""");
        await wine.RunTool("net", "start", "RpcSs");
        WineReading reading = await WineReading.Take(wine, "service", "--config", WineHost.Drive(config));

        await Assert.That(reading["service.RpcSs.running"]).IsEqualTo(1);
        await Assert.That(reading["service.RpcSs.uptime"]).IsBetween(0, Uptime());
    }

    [Test]
    public async Task A_file_has_a_size_and_an_age_and_a_folder_has_entries()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("app.log", "12345");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        folder.Write("spool/a", "");
        folder.Write("spool/b/c", "");
        string[] files = [WineHost.Drive(file), WineHost.Drive(folder.File("spool")), @"C:\not\there", @"C:\windows\system32"];
        string names = string.Join(", ", files.Select(static name => $"\"{name.Replace(@"\", @"\\", StringComparison.Ordinal)}\""));
        string config = folder.Write("collector.json", $$"""{ "files": [{{names}}] }""");

        WineReading reading = await WineReading.Take(wine, "file", "--config", WineHost.Drive(config));
        double ValueOf(string end) => reading[reading.Metrics.Single(metric => metric.EndsWith(end, StringComparison.Ordinal))];

        await Assert.That(ValueOf("app_log.exists")).IsEqualTo(1);
        await Assert.That(ValueOf("app_log.bytes")).IsEqualTo(5);
        await Assert.That(ValueOf("app_log.age")).IsBetween(3600, 3900);
        await Assert.That(ValueOf("spool.entries")).IsEqualTo(2);
        await Assert.That(ValueOf("_there.exists")).IsEqualTo(0);
        await Assert.That(ValueOf("system32.entries")).IsGreaterThan(100);
        await Assert.That(reading.Metrics.Any(static metric => metric.EndsWith("spool.bytes", StringComparison.Ordinal))).IsFalse();
    }

    [Test]
    public async Task A_process_has_the_memory_threads_and_time_that_the_kernel_gives_it()
    {
        using TemporaryFolder folder = new();
        string config = folder.Write("collector.json", """{ "processes": ["odd-Name", "no-such-process"] }""");
        string program = folder.File("odd-name.exe");
        File.Copy(WineHost.Executable, program);
        await using ChildProcess process = wine.StartProgram(
            program, "run", "--to", $"file:///{WineHost.Drive(folder.File("sent.txt"))}", "--interval", "1s");
        await Wait.Until("it runs", () => Point.Stamps(folder.File("sent.txt")).Length > 1);
        double before = ProcessorSeconds(process.Id);
        WineReading reading = await WineReading.Take(wine, "process", "--config", WineHost.Drive(config));
        double after = ProcessorSeconds(process.Id);

        await Assert.That(reading["process.odd-Name.count"]).IsEqualTo(1);
        await Assert.That(reading["process.odd-Name.threads"]).IsEqualTo(Status(process.Id, "Threads:"));
        await Assert.That(reading["process.odd-Name.working_set"])
            .IsBetween(Status(process.Id, "VmRSS:") * 1024 * 0.8, Status(process.Id, "VmRSS:") * 1024 * 1.25);
        await Assert.That(reading["process.odd-Name.cpu"]).IsBetween(before - 0.02, after + 0.02);
        await Assert.That(reading["process.no-such-process.count"]).IsEqualTo(0);
        await Assert.That(reading["process.no-such-process.working_set"]).IsEqualTo(0);
    }

    [Test]
    public async Task Ports_that_a_program_has_are_told_from_those_that_nobody_has()
    {
        using TemporaryFolder folder = new();
        using Socket tcp = Bound(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using Socket udp = Bound(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        tcp.Listen();
        string config = folder.Write("collector.json", $$"""
            { "ports": ["udp:{{Port(udp)}}", "tcp:{{Port(tcp)}}", "udp:1", "tcp:1"] }
            """);
        WineReading reading = await WineReading.Take(wine, "port", "--config", WineHost.Drive(config));

        await Assert.That(reading[$"port.tcp_{Port(tcp)}.listening"]).IsEqualTo(1);
        await Assert.That(reading[$"port.udp_{Port(udp)}.listening"]).IsEqualTo(1);
        await Assert.That(reading["port.tcp_1.listening"]).IsEqualTo(0);
        await Assert.That(reading["port.udp_1.listening"]).IsEqualTo(0);
    }

    [Test]
    public async Task A_port_that_is_bound_and_does_not_listen_is_not_listening()
    {
        using TemporaryFolder folder = new();
        using Socket tcp = Bound(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        string config = folder.Write("collector.json", $$"""{ "ports": ["tcp:{{Port(tcp)}}"] }""");
        WineReading reading = await WineReading.Take(wine, "port", "--config", WineHost.Drive(config));

        await Assert.That(reading[$"port.tcp_{Port(tcp)}.listening"]).IsEqualTo(0);
    }

    /// <summary>Alone: what other tests start and open makes the tables longer that are read, and so their buffers.</summary>
    [Test]
    [NotInParallel]
    public async Task Ticks_with_everything_on_allocate_nothing()
    {
        const int WarmUpTicks = 20;
        const int SteadyTicks = 100;
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        string config = folder.Write("collector.json", """
            {
              "services": ["RpcSs", "no-such-service"], "processes": ["collector", "services.exe"],
              "ports": ["tcp:22", "udp:53"], "files": ["C:\\windows", "C:\\no-such-file"]
            }
            """);
        await using ChildProcess collector = wine.Start(
            "run", "--config", WineHost.Drive(config), "--to", $"file:///{WineHost.Drive(file)}?format=statsd",
            "--interval", "100ms", "--host", "h", "--prefix", "p.");
        await Wait.Until("the ticks", () => Allocations(file).Length > WarmUpTicks + SteadyTicks, seconds: 90);

        await Assert.That(Allocations(file)[WarmUpTicks..(WarmUpTicks + SteadyTicks)]).ContainsOnly(static bytes => bytes == 0);
    }

    private static long[] Allocations(string file) => File.Exists(file)
        ? [.. File.ReadAllText(file).Split('\n').SkipLast(1)
            .Where(static line => line.StartsWith("p.h.self.allocated_bytes:", StringComparison.Ordinal))
            .Select(static line => long.Parse(line.Split(':', '|')[1], CultureInfo.InvariantCulture))]
        : [];

    private static Socket Bound(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        Socket socket = new(family, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static int Port(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private static double Uptime() => double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Status(int process, string key) => double.Parse(
        File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith(key, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>Time in user and kernel mode; the name before it may hold blanks.</summary>
    private static double ProcessorSeconds(int process)
    {
        string line = File.ReadAllText($"/proc/{process}/stat");
        string[] fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
    }
}
