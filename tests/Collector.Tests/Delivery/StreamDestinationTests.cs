using System.Diagnostics;

namespace Collector.Tests.Delivery;

public sealed class StreamDestinationTests
{
    [Test]
    public async Task A_file_is_created_and_appended_to()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("metrics.txt");
        for (ulong run = 1; run <= 2; run++)
        {
            using DeliveryRig rig = new($"file://{path}");
            rig.Advance(0);
            rig.Tick(run);
        }

        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("t0 1 1\nt0 2 2\n");
    }

    [Test]
    public async Task A_file_that_cannot_be_opened_is_tried_again()
    {
        using TemporaryFolder folder = new();
        string missing = folder.File("later");
        using DeliveryRig rig = new($"file://{missing}/metrics.txt");
        rig.Advance(0);
        rig.Tick(1);
        Directory.CreateDirectory(missing);
        rig.Advance(1_300);

        await Assert.That(rig.Log[0])
            .IsEqualTo($"file://{missing}/metrics.txt: cannot open: No such file or directory (2); retrying");
        await Assert.That(rig.Log[1]).IsEqualTo($"file://{missing}/metrics.txt: open, sending 1 line that waited");
        await Assert.That(await File.ReadAllTextAsync($"{missing}/metrics.txt")).IsEqualTo("t0 1 1\n");
    }

    [Test]
    public async Task A_full_device_keeps_the_lines_waiting_and_is_reported_once()
    {
        using DeliveryRig rig = new("file:///dev/full");
        rig.Advance(0);
        rig.Tick(1);
        rig.Advance(1_300);
        rig.Tick(2);
        rig.Advance(3_000);

        await Assert.That(rig.Log.Count).IsEqualTo(2);
        await Assert.That(rig.Log[1]).StartsWith("file:///dev/full: cannot write: No space left on device (28); retrying");
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(2);
    }

    [Test]
    public async Task A_full_pipe_never_blocks_and_its_reader_gets_every_line_in_the_end()
    {
        using TemporaryFolder folder = new();
        string path = Pipe(folder);
        using FileStream reader = new(path, FileMode.Open, FileAccess.ReadWrite);
        using DeliveryRig rig = new($"file://{path}");
        rig.Advance(0);
        for (ulong tick = 1; tick <= 20; tick++)
        {
            rig.Tick(tick, lines: 1_000);
        }

        long waiting = rig.Destination.LinesWaiting;
        rig.UntilFull();
        long due = rig.Destination.NextDeadline;
        Task<int> lines = Task.Run(() => CountLines(reader, 20_000));
        rig.Until(() => lines.IsCompleted);

        await Assert.That(waiting).IsGreaterThan(10_000);
        await Assert.That(due).IsGreaterThan(rig.Now);
        await Assert.That(await lines).IsEqualTo(20_000);
        await Assert.That(rig.Destination.LinesSent).IsEqualTo(20_000);
    }

    [Test]
    public async Task A_pipe_that_nobody_reads_is_reported_once_and_again_when_it_is_read()
    {
        using TemporaryFolder folder = new();
        string path = Pipe(folder);
        using FileStream reader = new(path, FileMode.Open, FileAccess.ReadWrite);
        using DeliveryRig rig = new($"file://{path}");
        rig.Advance(0);
        rig.Tick(1, lines: 20_000);
        rig.UntilFull();
        rig.Advance(29_000);
        int early = rig.Log.Count;
        rig.Advance(2_000);
        rig.Advance(60_000);
        string[] late = [.. rig.Log.Skip(early)];
        Task<int> lines = Task.Run(() => CountLines(reader, 20_000));
        rig.Until(() => lines.IsCompleted);

        await Assert.That(early).IsEqualTo(1);
        await Assert.That(string.Join('|', late)).IsEqualTo($"file://{path}: has not been read for 30 s, 20000 lines wait");
        await Assert.That(rig.Log[^1]).IsEqualTo($"file://{path}: is read again");
    }

    [Test]
    public async Task A_line_that_was_torn_by_a_full_disk_does_not_grow_together_with_the_next()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("metrics.txt");
        await File.WriteAllTextAsync(path, "t0 1 1\nt0 2");
        using (DeliveryRig rig = new($"file://{path}"))
        {
            rig.Advance(0);
            rig.Tick(3);
        }

        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("t0 1 1\nt0 2\nt0 3 3\n");
    }

    [Test]
    public async Task Each_time_that_too_much_waits_is_reported()
    {
        using TemporaryFolder folder = new();
        string path = Pipe(folder);
        using FileStream reader = new(path, FileMode.Open, FileAccess.ReadWrite);
        using DeliveryRig rig = new($"file://{path}");
        rig.Advance(0);
        for (int time = 0; time < 2; time++)
        {
            for (ulong tick = 1; tick <= 20; tick++)
            {
                rig.Tick(tick, lines: 20_000, padding: 40);
            }

            Task reading = Task.Run(() => CountLines(reader, (int)rig.Destination.LinesWaiting));
            rig.Until(() => reading.IsCompleted && rig.Destination.IsIdle);
        }

        string[] texts = [.. rig.Log.Skip(1).Select(line => line[$"file://{path}: ".Length..].Split(';')[0])];
        await Assert.That(string.Join('|', texts)).IsEqualTo(
            "16 MiB of lines wait already: from now on the oldest are dropped|caught up|" +
            "16 MiB of lines wait already: from now on the oldest are dropped|caught up");
    }

    [Test]
    public async Task A_named_pipe_whose_reader_went_is_opened_again_for_the_next()
    {
        using TemporaryFolder folder = new();
        string path = Pipe(folder);
        FileStream first = new(path, FileMode.Open, FileAccess.ReadWrite);
        using DeliveryRig rig = new($"file://{path}");
        rig.Advance(0);
        await first.DisposeAsync();
        rig.Until(() => rig.Log.Count == 2);
        rig.Tick(1);
        await using FileStream second = new(path, FileMode.Open, FileAccess.ReadWrite);
        rig.Advance(1_300);

        await Assert.That(rig.Log[1]).IsEqualTo($"file://{path}: the reader is gone; retrying");
        await Assert.That(rig.Log[2]).IsEqualTo($"file://{path}: open again, sending 1 line that waited");
        await Assert.That(CountLines(second, 1)).IsEqualTo(1);
    }

    private static int CountLines(FileStream stream, int wanted)
    {
        byte[] buffer = new byte[65536];
        int lines = 0;
        while (lines < wanted)
        {
            lines += buffer.AsSpan(0, stream.Read(buffer)).Count((byte)'\n');
        }

        return lines;
    }

    private static string Pipe(TemporaryFolder folder)
    {
        string path = folder.File("pipe");
        using Process make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        return path;
    }
}
