using Collector.Delivery;
using Collector.Tests.Logging;

namespace Collector.Tests.Delivery;

/// <summary>What a process finds that comes after one that was killed, or after a power cut.</summary>
public sealed class SegmentRecoveryTests
{
    [Test]
    public async Task A_segment_in_order_is_taken_as_it_is()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("1", "a.b 1 100\nc 2.5 110\n");
        List<string> log = [];

        await Assert.That(SegmentRecovery.Recover(path, 7, LoggedLines.To(log))).IsEqualTo(new RecoveredSegment(7, 20, 2, 100, 110));
        await Assert.That(log).IsEmpty();
    }

    [Test]
    [Arguments("c 2")]
    [Arguments("c 2 110")]
    [Arguments("\0\0\0\0")]
    public async Task A_torn_line_at_the_end_is_cut_off(string torn)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("1", "a.b 1 100\n" + torn);
        List<string> log = [];
        RecoveredSegment? found = SegmentRecovery.Recover(path, 7, LoggedLines.To(log));

        await Assert.That(found).IsEqualTo(new RecoveredSegment(7, 10, 1, 100, 100));
        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("a.b 1 100\n");
        await Assert.That(string.Join("|", log)).IsEqualTo($"spool: the last line of '{path}' is torn; {torn.Length} bytes were cut off");
    }

    [Test]
    [Arguments("\0\0\0\0\0\0\0 5 105\n")]
    [Arguments("no number 105\n")]
    [Arguments("half 5\n")]
    [Arguments("\n")]
    [Arguments("two names 5 105\n")]
    [Arguments("name 1e 105\n")]
    public async Task A_damaged_line_sets_the_file_aside_and_costs_no_other_line(string damage)
    {
        using TemporaryFolder folder = new();
        string text = "a.b 1 100\n" + damage + "c 2 110\n";
        string path = folder.Write("1", text);
        List<string> log = [];
        RecoveredSegment? found = SegmentRecovery.Recover(path, 7, LoggedLines.To(log));

        await Assert.That(found).IsEqualTo(new RecoveredSegment(7, 18, 2, 100, 110));
        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("a.b 1 100\nc 2 110\n");
        await Assert.That(await File.ReadAllTextAsync(path + ".damaged")).IsEqualTo(text);
        await Assert.That(string.Join("|", log)).IsEqualTo(
            $"spool: 1 lines of '{path}' are damaged; the file is kept as 1.damaged, its other 2 lines are sent");
    }

    [Test]
    public async Task A_path_that_is_no_valid_UTF_8_is_damage()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("1");
        await File.WriteAllBytesAsync(path, [.. "a.b 1 100\nc."u8, 0xFF, .. " 5 105\n"u8]);

        await Assert.That(SegmentRecovery.Recover(path, 7, LoggedLines.Nowhere)).IsEqualTo(new RecoveredSegment(7, 10, 1, 100, 100));
    }

    [Test]
    public async Task Good_lines_of_a_damaged_segment_survive_a_crash_between_its_two_names()
    {
        using TemporaryFolder folder = new();
        folder.Write("0000000001.lines.new", "a.b 1 100\n");
        folder.Write("0000000001.lines.damaged", "a.b 1 100\n\n");
        folder.Write("0000000002.lines.new", "half");
        folder.Write("0000000002.lines", "a.b 2 110\n");
        SegmentRecovery.Complete(folder.Path);

        await Assert.That(string.Join(' ', Directory.GetFiles(folder.Path).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)))
            .IsEqualTo("0000000001.lines 0000000001.lines.damaged 0000000002.lines");
        await Assert.That(await File.ReadAllTextAsync(folder.File("0000000002.lines"))).IsEqualTo("a.b 2 110\n");
    }

    [Test]
    [Arguments("")]
    [Arguments("torn 1 1")]
    public async Task A_segment_without_a_line_goes(string text)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("1", text);

        await Assert.That(SegmentRecovery.Recover(path, 7, LoggedLines.Nowhere)).IsNull();
        await Assert.That(File.Exists(path)).IsFalse();
    }
}
