using Collector.Logging;

namespace Collector.Tests.Logging;

public sealed class RepeatGuardTests
{
    private const long Second = 1_000_000_000;
    private const long Window = RepeatGuard.Minutes * 60 * Second;

    [Test]
    public async Task Three_of_a_kind_are_said_and_the_others_counted()
    {
        RepeatGuard guard = new();

        await Assert.That(Said(guard, Enumerable.Range(0, 10).Select(static second => $"lost 10.0.0.{second}"))).IsEqualTo("yyynnnnnnn");
        await Assert.That(guard.TakeDue(Window - 1)).IsNull();
        await Assert.That(guard.TakeDue(Window)).IsEqualTo(new Repeated(LogLevel.Warning, "lost 10.0.0.9", 7));
        await Assert.That(guard.TakeDue(Window)).IsNull();
    }

    [Test]
    public async Task Numbers_of_any_length_are_alike_and_words_are_not()
    {
        RepeatGuard guard = new();

        await Assert.That(Said(guard, ["1 line waits", "22 line waits", "333 line waits", "4444 line waits", "4 lines wait", "line waits"])).IsEqualTo("yyynyy");
    }

    [Test]
    public async Task What_goes_on_is_counted_anew_and_not_said_anew()
    {
        RepeatGuard guard = new();
        _ = Said(guard, Enumerable.Repeat("x", 5));
        _ = guard.TakeDue(Window);

        await Assert.That(guard.Admits(LogLevel.Error, "x", Window + Second)).IsFalse();
        await Assert.That(guard.TakeDue((2 * Window) - 1)).IsNull();
        await Assert.That(guard.TakeDue(2 * Window)).IsEqualTo(new Repeated(LogLevel.Error, "x", 1));
    }

    [Test]
    public async Task After_a_quiet_time_lines_are_said_again()
    {
        RepeatGuard guard = new();
        _ = Said(guard, ["x", "x"]);

        // Two were said in the first ten minutes; three may be in the next.
        await Assert.That(Said(guard, ["x", "x", "x", "x"], from: Window)).IsEqualTo("yyyn");

        // After the sum of the one that was not, nothing comes for another ten minutes.
        _ = guard.TakeDue(2 * Window);
        await Assert.That(Said(guard, ["x"], from: 3 * Window)).IsEqualTo("y");
    }

    [Test]
    public async Task Every_kind_has_its_sum_at_its_own_time()
    {
        RepeatGuard guard = new();
        _ = Said(guard, Enumerable.Repeat("a", 4));
        _ = Said(guard, Enumerable.Repeat("b", 5), from: 100 * Second);

        await Assert.That(guard.TakeDue(Window)?.Line).IsEqualTo("a");
        await Assert.That(guard.TakeDue(Window)).IsNull();
        await Assert.That(guard.TakeDue(Window + (100 * Second))).IsEqualTo(new Repeated(LogLevel.Warning, "b", 2));
        await Assert.That(guard.TakeDue(long.MaxValue)).IsNull();
    }

    [Test]
    public async Task At_the_end_all_sums_are_told()
    {
        RepeatGuard guard = new();
        _ = Said(guard, Enumerable.Repeat("a", 4));

        await Assert.That(guard.TakeDue(long.MaxValue)).IsEqualTo(new Repeated(LogLevel.Warning, "a", 1));
        await Assert.That(guard.TakeDue(long.MaxValue)).IsNull();
    }

    [Test]
    public async Task Any_number_of_kinds_takes_bounded_memory_and_all_are_said()
    {
        RepeatGuard guard = new();
        string[] kinds = [.. Enumerable.Range(0, 1000).Select(static number => new string('x', number))];

        await Assert.That(Said(guard, kinds)).IsEqualTo(new string('y', 1000));

        // When the first ones are old they make room for others.
        string[] later = [.. Enumerable.Repeat("later", 5)];
        await Assert.That(Said(guard, later, from: 2 * Window)).IsEqualTo("yyynn");
    }

    [Test]
    public async Task In_a_steady_tick_it_allocates_nothing()
    {
        RepeatGuard guard = new();
        _ = Said(guard, Enumerable.Repeat("a", 9));
        long[] rounds = new long[5];
        for (int round = 0; round < rounds.Length; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int tick = 0; tick < 1_000; tick++)
            {
                _ = guard.TakeDue(tick);
            }

            rounds[round] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        await Assert.That(rounds.Min()).IsEqualTo(0);
    }

    /// <summary>Says lines, one after the other.</summary>
    /// <returns>A letter for each: whether it was let through.</returns>
    private static string Said(RepeatGuard guard, IEnumerable<string> lines, long from = 0) =>
        string.Concat(lines.Select((line, index) => guard.Admits(LogLevel.Warning, line, from + index) ? 'y' : 'n'));
}
