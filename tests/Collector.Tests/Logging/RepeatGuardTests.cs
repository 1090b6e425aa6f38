using Collector.Logging;

namespace Collector.Tests.Logging;

public sealed class RepeatGuardTests
{
    private const long Minute = 60_000_000_000;

    private readonly RepeatGuard _guard = new();

    [Test]
    public async Task A_line_is_said_three_times_in_ten_minutes_and_then_counted()
    {
        bool[] said = [.. Enumerable.Range(0, 8).Select(time => _guard.Admits(LogLevel.Warning, $"link 7 is down, {time * 13} lines wait", time * Minute))];

        await Assert.That(said).IsEquivalentTo([true, true, true, false, false, false, false, false]);
        await Assert.That(_guard.TakeDue(9 * Minute)).IsNull();
        await Assert.That(_guard.TakeDue(10 * Minute)).IsEqualTo(new(LogLevel.Warning, "link 7 is down, 91 lines wait", 5));
        await Assert.That(_guard.TakeDue(10 * Minute)).IsNull();
    }

    [Test]
    public async Task Lines_that_differ_in_a_letter_are_counted_apart()
    {
        bool[] said = [.. Enumerable.Range(0, 20).Select(number => _guard.Admits(LogLevel.Error, $"group {(char)('a' + number)} fails", 0))];

        await Assert.That(said).DoesNotContain(false);
    }

    [Test]
    public async Task What_has_been_quiet_for_ten_minutes_is_news_again()
    {
        for (int count = 0; count < 3; count++)
        {
            _guard.Admits(LogLevel.Error, "it fails", 0);
        }

        await Assert.That(_guard.Admits(LogLevel.Error, "it fails", 10 * Minute)).IsTrue();
    }

    [Test]
    public async Task What_goes_on_is_told_by_its_count_alone()
    {
        for (int count = 0; count < 100; count++)
        {
            _guard.Admits(LogLevel.Error, "it fails", 0);
        }

        _guard.TakeDue(10 * Minute);
        await Assert.That(_guard.Admits(LogLevel.Error, "it fails", 11 * Minute)).IsFalse();
        await Assert.That(_guard.TakeDue(20 * Minute)!.Count).IsEqualTo(1);
    }
}
