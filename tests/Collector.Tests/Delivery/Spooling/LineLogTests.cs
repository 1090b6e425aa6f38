using System.Text;
using Collector.Delivery;
using Collector.Tests.Logging;

namespace Collector.Tests.Delivery;

/// <summary>Lines in memory and on the disk, until somebody has them or there is no room.</summary>
public sealed class LineLogTests
{
    private const int Megabyte = 1 << 20;

    [Test]
    public async Task Lines_come_back_in_the_order_they_went_in()
    {
        LineLog log = new(LogLimits.Default, null);
        Append(log, "a 1 1\n", 1);
        Append(log, "b 2 2\nc 3 2\n", 2);

        await Assert.That(Text(log)).IsEqualTo("a 1 1\nb 2 2\nc 3 2\n");
        await Assert.That(log.CountLines(0, log.End)).IsEqualTo(3);
        await Assert.That(log.CountLines(6, log.End)).IsEqualTo(2);
        await Assert.That(log.MemoryBytes).IsEqualTo(MemorySegment.UsualBytes);
    }

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task When_there_is_no_room_the_oldest_go_first_and_are_told(bool isOnDisk)
    {
        using TemporaryFolder folder = new();
        using Spool? spool = isOnDisk ? Open(folder, Megabyte) : null;
        LineLog log = new(new(Megabyte, Megabyte, TimeSpan.FromDays(1)), spool is null ? null : FolderOf(spool));
        long told = 0;
        log.Dropping = segment => told += segment.Lines;
        for (int tick = 1; tick <= 6000; tick++)
        {
            Append(log, Tick(tick), tick);
        }

        string text = Text(log);
        long kept = text.Count(static letter => letter == '\n');
        await Assert.That(told + kept).IsEqualTo(6000 * 10);
        await Assert.That(told).IsGreaterThan(0);
        await Assert.That(text).EndsWith(Tick(6000));
        await Assert.That(text.Length).IsBetween(Megabyte * 7 / 8, Megabyte);
        await Assert.That(log.DiskBytes).IsEqualTo(isOnDisk ? text.Length : 0);
        await Assert.That(isOnDisk ? FilesOf(folder).Sum(static file => new FileInfo(file).Length) : text.Length).IsEqualTo(text.Length);
    }

    [Test]
    public async Task What_is_too_old_goes()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder, Megabyte);
        LineLog log = new(new(Megabyte, Megabyte, TimeSpan.FromHours(1)), FolderOf(spool));
        for (int minute = 0; minute < 600; minute++)
        {
            Append(log, Tick(minute * 60) + new string('x', 3000) + " 1 1\n", minute * 60);
        }

        // By whole segments, so a little more than an hour stays.
        await Assert.That(log.StampNear(log.Start)).IsBetween((599 - 75) * 60, (599 - 55) * 60);
    }

    [Test]
    public async Task The_next_process_finds_everything_that_was_not_acknowledged()
    {
        using TemporaryFolder folder = new();
        using (Spool spool = Open(folder, Megabyte))
        {
            LineLog first = new(LogLimits.Default, FolderOf(spool));
            Append(first, "a 1 1\nb 1 1\n", 1);
            Append(first, "a 2 2\nb 2 2\n", 2);
            first.Remember(12);
            first.Close();
        }

        using Spool again = Open(folder, Megabyte);
        LineLog log = new(LogLimits.Default, FolderOf(again));
        long acknowledged = log.Recover();
        Append(log, "a 3 3\n", 3);

        await Assert.That(Text(log)).IsEqualTo("a 1 1\nb 1 1\na 2 2\nb 2 2\na 3 3\n");
        await Assert.That(acknowledged).IsEqualTo(12);
        await Assert.That(log.StampNear(0)).IsEqualTo(1);
        await Assert.That(FilesOf(folder).Length).IsEqualTo(2);
    }

    [Test]
    public async Task A_disk_that_takes_nothing_is_replaced_by_memory_until_it_does()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder, Megabyte);
        SpoolFolder own = FolderOf(spool);
        string path = Path.GetDirectoryName(FilesOf(folder, "*").Single(static file => file.EndsWith("lock", StringComparison.Ordinal)))!;
        path = Directory.GetDirectories(path).Single();
        Directory.Delete(path);
        LineLog log = new(LogLimits.Default, own);
        Append(log, "a 1 1\n", 1, now: 1_000);
        int error = log.DiskError;
        Directory.CreateDirectory(path);
        Append(log, "a 2 2\n", 2, now: 2_000);
        long onDiskTooEarly = log.DiskBytes;
        Append(log, "a 3 3\n", 3, now: 12_000);

        await Assert.That(error).IsNotEqualTo(0);
        await Assert.That(onDiskTooEarly).IsEqualTo(0);
        await Assert.That(log.DiskError).IsEqualTo(0);
        await Assert.That(log.DiskBytes).IsEqualTo(6);
        await Assert.That(log.CountInMemory(0)).IsEqualTo(2);
        await Assert.That(Text(log)).IsEqualTo("a 1 1\na 2 2\na 3 3\n");
    }

    [Test]
    public async Task What_nobody_needs_goes_by_whole_segments()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder, Megabyte);
        LineLog log = new(LogLimits.Default with { DiskBytes = Megabyte }, FolderOf(spool));
        for (int tick = 1; tick <= 1000; tick++)
        {
            Append(log, Tick(tick), tick);
        }

        int before = FilesOf(folder).Length;
        log.Trim(log.End);

        await Assert.That(before).IsGreaterThan(5);
        await Assert.That(FilesOf(folder).Length).IsEqualTo(1);
        await Assert.That(Text(log)).EndsWith(Tick(1000));
    }

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task Coming_and_going_allocates_nothing(bool isOnDisk)
    {
        using TemporaryFolder folder = new();
        using Spool? spool = isOnDisk ? Open(folder, Megabyte) : null;
        LineLog log = new(new(Megabyte, Megabyte, TimeSpan.FromDays(1)), spool is null ? null : FolderOf(spool));
        byte[] bytes = Encoding.UTF8.GetBytes(Tick(1_000_000));
        long before = 0;
        List<long> rounds = [];
        for (int tick = 1; tick <= 5000; tick++)
        {
            if (tick % 1000 == 0)
            {
                rounds.Add(GC.GetAllocatedBytesForCurrentThread() - before);
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            log.Append(bytes, 10, tick, tick);
            log.Sync(tick);
            if (tick % 100 == 0)
            {
                log.Remember(log.End);
                log.Trim(log.End - 40_000);
            }
        }

        // What the runtime allocates on its own account, beside other tests, is not in each round.
        await Assert.That(rounds.Min()).IsEqualTo(0);
    }

    [Test]
    public async Task A_second_process_is_refused()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder, Megabyte);
        UserError? error = Assert.Throws<UserError>(() => Open(folder, Megabyte));

        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
        await Assert.That(error.Message).IsEqualTo(
            $"spool: another collector uses '{folder.Path}' now; stop it, or give this one a folder of its own");
    }

    [Test]
    public async Task Destinations_with_the_same_receivers_have_a_folder_each()
    {
        using TemporaryFolder folder = new();
        using Spool spool = Open(folder, Megabyte);
        FolderOf(spool);
        FolderOf(spool);

        await Assert.That(string.Join(' ', Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order()))
            .IsEqualTo("graphite-carbon-2003 graphite-carbon-2003~2");
    }

    private static Spool Open(TemporaryFolder folder, long bytes) =>
        Spool.Open(new(folder.Path, bytes, TimeSpan.FromDays(1), TimeSpan.Zero), LoggedLines.Nowhere);

    private static SpoolFolder FolderOf(Spool spool) =>
        DestinationUri.TryParse("graphite://carbon:2003", out DestinationOptions? options, out string? error)
            ? spool.FolderFor(options)
            : throw new ArgumentException(error);

    private static string[] FilesOf(TemporaryFolder folder, string pattern = "*.lines") =>
        Directory.GetFiles(folder.Path, pattern, SearchOption.AllDirectories);

    private static string Tick(int tick) => string.Concat(Enumerable.Range(0, 10).Select(line => $"host.some.metric.{line} {tick} {tick}\n"));

    private static void Append(LineLog log, string lines, long stamp, long now = 0)
    {
        log.Append(Encoding.UTF8.GetBytes(lines), lines.Count(static letter => letter == '\n'), stamp, now);
        log.Sync(now);
    }

    private static string Text(LineLog log)
    {
        StringBuilder text = new();
        for (long position = log.Start; position < log.End;)
        {
            ReadOnlySpan<byte> bytes = log.Read(position, log.End, int.MaxValue);
            text.Append(Encoding.UTF8.GetString(bytes));
            position += bytes.Length;
        }

        return text.ToString();
    }
}
