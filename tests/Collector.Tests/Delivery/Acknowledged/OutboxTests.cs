using Collector.Delivery;
using CsCheck;

namespace Collector.Tests.Delivery;

/// <summary>Any order of ticks, partial writes, breaks and acknowledgements: nothing is lost that is not counted.</summary>
public sealed class OutboxTests
{
    private const int Tick = 0;
    private const int Send = 1;
    private const int Break = 2;
    private const int Acknowledge = 3;
    private const int SendAgain = 4;

    [Test]
    public void Whatever_happens_every_line_arrives_or_is_counted()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 200]).Array[1, 400].Sample(static steps =>
        {
            using OutboxModel model = new(new(1 << 20, 1 << 20, TimeSpan.FromDays(1)), folder: null);
            Play(model, steps);
            model.Finish();
            return model.Received.Count == model.Outbox.TakenLines
                && model.Outbox is { DroppedLines: 0, WaitingLines: 0, OwedLines: 0 } && model.Outbox.SentLines == model.Outbox.TakenLines;
        });
    }

    [Test]
    public void With_too_little_room_what_arrives_and_what_is_dropped_is_what_was_taken()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 2000]).Array[1, 400].Sample(static steps =>
        {
            // Two segments: they go all the time. Nothing is in doubt that was not sent again, so the sum is exact.
            using OutboxModel model = new(new(128 * 1024, 1 << 20, TimeSpan.FromDays(1)), folder: null);
            Play(model, [.. steps.Where(static step => step.Item1 is Tick or Send or Acknowledge)]);
            model.Finish();
            return model.Received.Count + model.Outbox.DroppedLines == model.Outbox.TakenLines;
        });
    }

    [Test]
    public async Task Live_lines_go_before_a_backlog_and_the_backlog_in_its_order()
    {
        using OutboxModel model = new(LogLimits.Default, folder: null);
        model.Tick(3);
        model.Tick(3);
        model.Break();
        model.Tick(2);
        model.Send(int.MaxValue, budget: 15);
        model.Send(int.MaxValue, budget: 15);
        model.Finish();

        await Assert.That(string.Join(' ', model.Wire)).IsEqualTo("l3.0 l3.1 l1.0 l1.1 l1.2 l2.0 l2.1 l2.2");
    }

    [Test]
    public async Task What_was_acknowledged_lately_is_sent_again_too()
    {
        using OutboxModel model = new(LogLimits.Default, folder: null, window: 300_000);
        for (int tick = 0; tick < 4; tick++)
        {
            model.Tick(1);
            model.Now += 100_000;
        }

        model.Send(int.MaxValue);
        model.Acknowledge();
        model.Now += 100_000;
        model.Tick(1);
        model.Break();
        model.Finish();

        await Assert.That(model.Outbox.ResentLines).IsEqualTo(2);
        await Assert.That(string.Join(' ', model.Wire)).IsEqualTo("l1.0 l2.0 l3.0 l4.0 l3.0 l4.0 l5.0");
    }

    private static void Play(OutboxModel model, (int What, int Size)[] steps)
    {
        foreach ((int what, int size) in steps)
        {
            model.Now += size * 100;
            switch (what)
            {
                case Tick:
                    model.Tick(size);
                    break;
                case Send:
                    model.Send(size * 7, size * 5);
                    break;
                case Break:
                    model.Break();
                    break;
                case Acknowledge:
                    model.Acknowledge();
                    break;
                default:
                    model.SendAgain();
                    break;
            }
        }
    }
}
