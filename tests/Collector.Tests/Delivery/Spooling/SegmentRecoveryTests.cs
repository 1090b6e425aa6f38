using Collector.Delivery;

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

        await Assert.That(SegmentRecovery.Recover(path, 7, log.Add)).IsEqualTo(new RecoveredSegment(7, 20, 2, 100, 110));
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
        RecoveredSegment? found = SegmentRecovery.Recover(path, 7, log.Add);

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
        RecoveredSegment? found = SegmentRecovery.Recover(path, 7, log.Add);

        await Assert.That(found).IsEqualTo(new RecoveredSegment(7, 18, 2, 100, 110));
        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("a.b 1 100\nc 2 110\n");
        await Assert.That(await File.ReadAllTextAsync(path + ".damaged")).IsEqualTo(text);
        await Assert.That(string.Join("|", log)).IsEqualTo(
            $"spool: 1 lines of '{path}' are damaged; the file is kept as 1.damaged, its other 2 lines are sent");
    }

    [Test]
    [Arguments("")]
    [Arguments("torn 1 1")]
    public async Task A_segment_without_a_line_goes(string text)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("1", text);

        await Assert.That(SegmentRecovery.Recover(path, 7, static _ => { })).IsNull();
        await Assert.That(File.Exists(path)).IsFalse();
    }
}
