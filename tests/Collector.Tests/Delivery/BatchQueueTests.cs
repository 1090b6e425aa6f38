using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class BatchQueueTests
{
    private static readonly byte[] s_kilobyte = [.. Enumerable.Repeat((byte)'x', 1024)];

    [Test]
    public async Task Batches_come_out_in_the_order_they_went_in()
    {
        BatchQueue queue = Filled("a\n", "b\n", "c\n");

        await Assert.That(Drain(queue)).IsEqualTo("a\nb\nc\n");
        await Assert.That(queue.WaitingLines).IsEqualTo(0);
    }

    [Test]
    public async Task The_rest_of_a_line_that_was_half_taken_is_skipped_and_no_longer_waits()
    {
        BatchQueue queue = new(1 << 20);
        queue.Append("one\ntwo\nthree\n"u8, lines: 3, stamp: 0).Offset = 5;
        bool isTorn = queue.SkipTorn();
        bool isStillTorn = queue.SkipTorn();

        await Assert.That(isTorn).IsTrue();
        await Assert.That(isStillTorn).IsFalse();
        await Assert.That(queue.WaitingLines).IsEqualTo(2);
        await Assert.That(Drain(queue)).IsEqualTo("three\n");
        await Assert.That(queue.WaitingLines).IsEqualTo(0);
    }

    [Test]
    public async Task When_there_is_no_room_the_oldest_goes_and_its_lines_are_counted()
    {
        BatchQueue queue = new(capacity: 3 * 1500);
        for (int tick = 1; tick <= 5; tick++)
        {
            queue.Append(s_kilobyte, lines: 10 + tick, stamp: tick);
        }

        queue.TryPeek(out Batch? oldest);

        await Assert.That(oldest!.Stamp).IsEqualTo(3);
        await Assert.That(queue.DroppedLines).IsEqualTo(11 + 12);
        await Assert.That(queue.WaitingLines).IsEqualTo(13 + 14 + 15);
        await Assert.That(queue.Bytes).IsLessThanOrEqualTo(3 * 1500);
    }

    [Test]
    public async Task A_batch_that_is_half_sent_is_never_dropped()
    {
        BatchQueue queue = new(capacity: 3 * 1500);
        queue.Append(s_kilobyte, 1, 1).Offset = 500;
        for (int tick = 2; tick <= 6; tick++)
        {
            queue.Append(s_kilobyte, 1, tick);
        }

        List<long> stamps = [];
        while (queue.TryPeek(out Batch? batch))
        {
            stamps.Add(batch.Stamp);
            queue.Remove();
        }

        await Assert.That(string.Join(' ', stamps)).IsEqualTo("1 5 6");
    }

    [Test]
    public async Task Coming_and_going_allocates_nothing_once_warm()
    {
        BatchQueue queue = new(1 << 20);
        long before = 0;
        for (int round = 0; round < 1100; round++)
        {
            if (round == 100)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            queue.Append(s_kilobyte, 1, round);
            if (round > 2)
            {
                queue.Remove();
            }
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        await Assert.That(allocated).IsEqualTo(0);
    }

    private static BatchQueue Filled(params string[] batches)
    {
        BatchQueue queue = new(1 << 20);
        foreach (string batch in batches)
        {
            queue.Append(Encoding.UTF8.GetBytes(batch), 1, 0);
        }

        return queue;
    }

    private static string Drain(BatchQueue queue)
    {
        StringBuilder text = new();
        while (queue.TryPeek(out Batch? batch))
        {
            text.Append(Encoding.UTF8.GetString(batch.Rest));
            queue.Remove();
        }

        return text.ToString();
    }
}
