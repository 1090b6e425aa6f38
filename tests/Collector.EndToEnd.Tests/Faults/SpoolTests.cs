using System.Diagnostics;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>What a spool is to a person, and how it takes what disks and crashes leave behind.</summary>
[Category("Faults")]
public sealed class SpoolTests
{
    [Test]
    public async Task Waiting_lines_are_plain_text_that_any_program_can_send()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        await using MeasuredRun run = await RunWithoutReceiver(Ports.Free(), spool);
        await using CarbonCache carbon = await CarbonCache.Start();

        await Assert.That(spool.Lines).IsEquivalentTo(run.Truth.Lines);
        using Process shell = Process.Start("/bin/bash", ["-c", $"cat '{spool.Path}'/*/*.lines > /dev/tcp/127.0.0.1/{carbon.Port}"]);
        await shell.WaitForExitAsync();
        await run.Truth.WholeIn(carbon);
    }

    [Test]
    public async Task Lines_keep_their_names_and_stamps_when_the_host_is_called_something_else()
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        await using MeasuredRun run = await RunWithoutReceiver(port, new(folder.File("spool")));
        string[] old = run.Truth.Lines;

        using GraphiteSink sink = new(port);
        run.HostName = "other";
        run.Start();
        await run.More(2);
        await run.Until("every line arrives", () => !old.Except(sink.Audit.Distinct).Any());

        await Assert.That(old).ContainsOnly(static line => line.StartsWith("p.h.", StringComparison.Ordinal));
        await Assert.That(sink.Audit.Distinct.Where(static line => line.StartsWith("p.h.", StringComparison.Ordinal))).IsEquivalentTo(old);
        await Assert.That(sink.Audit.Distinct).Contains(static line => line.StartsWith("p.other.", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_line_without_its_end_is_cut_off_and_never_sent()
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        SpooledLines spool = new(folder.File("spool"));
        await using MeasuredRun run = await RunWithoutReceiver(port, spool);
        string[] old = run.Truth.Lines;
        await File.AppendAllTextAsync(spool.Segments[^1], "p.h.net_io.torn.bytes_recv 12");

        using GraphiteSink sink = new(port);
        run.Start();
        await run.More(2);
        await run.Until("every line arrives", () => !old.Except(sink.Audit.Distinct).Any());

        await Assert.That(run.Said).Contains(static line => line.Contains("torn", StringComparison.Ordinal));
        await Assert.That(sink.Audit.Distinct).DoesNotContain(static line => line.Contains(".torn.", StringComparison.Ordinal));
        await Assert.That(sink.Audit.Malformed).IsEmpty();
    }

    /// <summary>Zeros are what some file systems leave of a file that was being written when the power went.</summary>
    [Test]
    [Arguments(0, 1000)]
    [Arguments(0xFF, 3)]
    [Arguments(' ', 1)]
    public async Task A_damaged_segment_is_set_aside_with_a_word_and_its_good_lines_are_sent(int garbage, int length)
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        SpooledLines spool = new(folder.File("spool"));
        await using MeasuredRun run = await RunWithoutReceiver(port, spool);
        string segment = spool.Segments[0];
        byte[] bytes = await File.ReadAllBytesAsync(segment);
        int from = bytes.AsSpan(0, bytes.Length / 2).LastIndexOf((byte)'\n') + 10;
        bytes.AsSpan(from, length).Fill((byte)garbage);
        await File.WriteAllBytesAsync(segment, bytes);
        string[] good = [.. Encoding.UTF8.GetString(bytes).Split('\n').Where(LineAudit.IsGraphite)];

        using GraphiteSink sink = new(port);
        run.Start();
        await run.More(2);
        await run.Until("every good line arrives", () => !good.Except(sink.Audit.Distinct).Any());

        await Assert.That(sink.Audit.Malformed).IsEmpty();
        await Assert.That(run.Said.Count(line => line.Contains(Path.GetFileName(segment), StringComparison.Ordinal))).IsEqualTo(1);
        await Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(segment)!, "*damaged*")).HasSingleItem();
        await Assert.That(good.Length).IsGreaterThan(run.Lines);
    }

    /// <summary>Where a line begins in what is left of a damaged segment is another place than in the segment.</summary>
    [Test]
    public async Task A_segment_that_was_acknowledged_in_part_may_be_damaged_in_that_part()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        using GraphiteSink sink = new();
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{sink.Port}?rotate=2s", lines: 40, spool.Arguments).Start();
        await run.Until("a connection is acknowledged", () => sink.Ended > 0);
        await run.More(1);
        await run.Kill();
        string segment = spool.Segments[0];
        byte[] bytes = await File.ReadAllBytesAsync(segment);
        bytes.AsSpan(100, 7).Clear();
        await File.WriteAllBytesAsync(segment, bytes);

        run.Start();
        await run.More(3);
        await run.Stop();

        await Assert.That(sink.Audit.Malformed).IsEmpty();
        await Assert.That(run.Truth.Lines.Except(sink.Audit.Distinct)).IsEmpty();
    }

    [Test]
    public async Task A_second_collector_on_the_same_spool_is_refused_and_the_first_goes_on()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        using GraphiteSink sink = new();
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{sink.Port}", lines: 8, spool.Arguments).Start();
        await run.More(1);

        CommandResult second = await PublishedCollector.Run(["run", "--to", "graphite://127.0.0.1:1", .. spool.Arguments]);
        await run.More(2);

        await Assert.That(second.ExitCode).IsEqualTo(78);
        await Assert.That(second.ErrorLines).HasSingleItem();
        await Assert.That(second.Error).Contains(spool.Path);
        await run.Stop();
        await Assert.That(run.Truth.Lines.Except(sink.Audit.Distinct)).IsEmpty();
    }

    /// <summary>A run of some seconds that nobody listens to, and that was killed.</summary>
    private static async Task<MeasuredRun> RunWithoutReceiver(int port, SpooledLines spool)
    {
        MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{port}", lines: 40, spool.Arguments).Start();
        await run.More(4);
        await run.Kill();
        return run;
    }
}
