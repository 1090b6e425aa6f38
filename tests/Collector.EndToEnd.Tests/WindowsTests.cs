using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>The Windows executable under Wine, which shows it the host that the Linux executable reads too.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsTests(WineHost wine)
{
    private const double JiffyOfRounding = 0.01;

    /// <summary>What tests that run beside this one may take and give back between two looks: servers, Wine itself, their files.</summary>
    private const double OthersTake = 256 << 20;

    private static readonly string[] s_once = ["once", "--format", "graphite", "--host", "h", "--prefix", "p."];

    [Test]
    public async Task Memory_and_uptime_are_what_the_Linux_executable_reads()
    {
        await AssertBetween("memory,uptime", [
            ("p.h.memory.total", "p.h.memory.total", Environment.SystemPageSize),
            ("p.h.uptime.uptime", "p.h.uptime.uptime", 1),
        ]);
    }

    [Test]
    public async Task Available_memory_is_what_is_free_or_holds_files()
    {
        // Wine's estimate; the kernel's own, MemAvailable, leaves out what it will not let go.
        string[] keys = ["MemFree:", "Buffers:", "Cached:"];
        double before = MemoryBytes(keys);
        CommandResult result = await wine.Run([.. s_once, "--group", "memory"]);
        double after = MemoryBytes(keys);

        await Assert.That(ValueOf(result, "p.h.memory.available"))
            .IsBetween(Math.Min(before, after) - OthersTake, Math.Max(before, after) + OthersTake);
    }

    [Test]
    public async Task Processor_times_are_what_the_Linux_executable_reads()
    {
        List<(string, string, double)> metrics = [];
        for (int processor = 0; processor < Environment.ProcessorCount; processor++)
        {
            string user = $"p.h.cpu.{processor}.user", idle = $"p.h.cpu.{processor}.idle";
            // Wine counts the time of programs that were told to be nice as user time, Linux on its own.
            metrics.AddRange([(user, user, JiffyOfRounding + KernelSeconds(processor, 2)), (idle, idle, JiffyOfRounding)]);
        }

        await AssertBetween("cpu", metrics);
    }

    [Test]
    public async Task System_time_is_all_that_the_kernel_spent_on_neither_programs_nor_idling()
    {
        // As Wine counts it: waiting for disks, interrupts and what a hypervisor took are in it.
        int[] columns = [3, 5, 6, 7, 8];
        double before = KernelSeconds(processor: 0, columns);
        CommandResult result = await wine.Run([.. s_once, "--group", "cpu"]);
        double after = KernelSeconds(processor: 0, columns);

        await Assert.That(ValueOf(result, "p.h.cpu.0.system")).IsBetween(before - JiffyOfRounding, after + JiffyOfRounding);
    }

    [Test]
    public async Task The_file_system_of_drive_Z_is_the_root()
    {
        // As this process sees it: in a container the root is an overlay, which Linux does not count among the disks.
        DriveInfo root = new("/");
        double before = root.AvailableFreeSpace;
        CommandResult result = await wine.Run([.. s_once, "--group", "disk_usage"]);
        double after = root.AvailableFreeSpace;

        await Assert.That(ValueOf(result, "p.h.disk_usage.Z.total")).IsEqualTo(root.TotalSize);
        await Assert.That(ValueOf(result, "p.h.disk_usage.Z.free"))
            .IsBetween(Math.Min(before, after) - OthersTake, Math.Max(before, after) + OthersTake);
    }

    [Test]
    public async Task Network_counters_are_what_the_Linux_executable_reads()
    {
        await AssertBetween("net_io", [
            .. ((string[])["bytes_sent", "bytes_recv", "packets_sent", "packets_recv", "errin", "errout", "dropin", "dropout"])
                .Select(static metric => ($"p.h.net_io.lo.{metric}", $"p.h.net_io.lo.{metric}", 0.0)),
        ]);
    }

    [Test]
    public async Task Metcollect_names_have_drive_letters_and_six_decimals()
    {
        CommandResult result = await wine.Run("once", "--format", "graphite", "--names", "metcollect", "--host", "WIN-7.Example.COM");

        await Assert.That(result.Output).Contains("metcollective.win-7_example_com.disk_usage.C.total ");
        await Assert.That(result.Output).Contains("metcollective.win-7_example_com.cpu.0.user ");
        await Assert.That(result.Output).Contains("metcollective.win-7_example_com.memory.available ");
        await Assert.That(Point.ParseAll(result.Output.ReplaceLineEndings("\n")))
            .ContainsOnly(static point => point.Text.Split('.') is [_, { Length: 6 }]);
    }

    [Test]
    public async Task Disk_counters_that_Windows_does_not_give_are_reported_and_the_rest_is_printed()
    {
        CommandResult result = await wine.Run("once", "--format", "graphite", "--host", "h", "--prefix", "p.");

        await Assert.That(result.Error).Contains("disk_io");
        await Assert.That(result.Output).Contains("p.h.memory.total ");
        await Assert.That(result.Output).DoesNotContain("disk_io");
    }

    [Test]
    public async Task A_run_reaches_real_carbon_second_for_second_and_Ctrl_C_ends_it()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess collector = wine.Start(
            "run", "--to", $"graphite://127.0.0.1:{carbon.Port}", "--to", $"file:///{WineHost.Drive(file)}",
            "--interval", "1s", "--host", "h", "--prefix", "p.", "--group", "-disk_io");

        await Wait.Until("six ticks", () => Point.Stamps(file).Length >= 6, seconds: 30);
        collector.Send(Signal.Interrupt);
        int exitCode = await collector.Exit();

        IReadOnlyList<Point> sent = Point.Read(file);
        await Wait.Until("carbon stores the last tick", () => carbon.Missing(sent).Length == 0, seconds: 10);
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(carbon.Metrics()).IsEquivalentTo(sent.Select(static point => point.Path).Distinct());
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
    }

    [Test]
    public async Task A_wrong_option_has_the_same_exit_code()
    {
        CommandResult result = await wine.Run("run", "--interval", "0");

        await Assert.That(result.ExitCode).IsEqualTo(64);
        await Assert.That(result.Error).Contains("interval");
    }

    /// <summary>
    /// Reads on Linux, on Windows, and on Linux again: the value in the middle lies between the outer ones, but for
    /// what the two systems count differently.
    /// </summary>
    private async Task AssertBetween(string group, IEnumerable<(string Linux, string Windows, double Tolerance)> metrics)
    {
        string[] arguments = [.. s_once, "--group", group];
        CommandResult before = await PublishedCollector.Run(arguments);
        CommandResult middle = await wine.Run(arguments);
        CommandResult after = await PublishedCollector.Run(arguments);

        await Assert.That(middle.ExitCode).IsEqualTo(0);
        foreach ((string linux, string windows, double tolerance) in metrics)
        {
            double earlier = ValueOf(before, linux), later = ValueOf(after, linux);
            await Assert.That(ValueOf(middle, windows))
                .IsBetween(Math.Min(earlier, later) - tolerance, Math.Max(earlier, later) + tolerance)
                .Because($"{windows} on Windows is {linux} on Linux");
        }
    }

    /// <summary>The sum of some columns of a processor's line in /proc/stat.</summary>
    private static double KernelSeconds(int processor, params IEnumerable<int> columns)
    {
        string[] line = File.ReadLines("/proc/stat")
            .First(line => line.StartsWith($"cpu{processor} ", StringComparison.Ordinal)).Split(' ');
        return columns.Sum(column => long.Parse(line[column], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>The sum of some lines of /proc/meminfo.</summary>
    private static double MemoryBytes(IEnumerable<string> keys)
    {
        Dictionary<string, string[]> lines = File.ReadLines("/proc/meminfo")
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(static fields => fields[0]);
        return keys.Sum(key => long.Parse(lines[key][1], CultureInfo.InvariantCulture)) * 1024.0;
    }

    private static double ValueOf(CommandResult result, string metric) =>
        Point.ParseAll(result.Output.ReplaceLineEndings("\n")).Single(point => point.Path == metric).Value;
}
