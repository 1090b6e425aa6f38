namespace Collector.EndToEnd.Tests;

/// <summary>When two samplings of one thing agree.</summary>
public sealed class PairedSeriesTests
{
    private const int Interval = 2;

    private static readonly Tolerance s_rate = new(IsRate: true, Absolute: 1e-6);
    private static readonly Tolerance s_level = new(IsRate: false, Absolute: 0);

    /// <summary>What a disk wrote in each of 64 seconds: nothing for the most part.</summary>
    private static readonly double[] s_bursts =
    [
        0, 0, 9, 0, 0, 0, 0, 70, 40, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 3, 0, 0, 0, 0, 0, 0, 90, 0,
        0, 0, 0, 60, 0, 0, 0, 8, 0, 0, 0, 0, 0, 75, 0, 0, 2, 0, 0, 0, 0, 0, 80, 0, 0, 0, 0, 0, 12, 0, 0, 0,
    ];

    [Test]
    public async Task Bursts_that_are_seen_out_of_phase_are_the_same()
    {
        await Assert.That(Pair(s_bursts, phase: 1, factor: 1).Disagreement(s_rate)).IsNull();
    }

    [Test]
    [Arguments(0.1)]
    [Arguments(2.5)]
    [Arguments(512.0)]
    public async Task Bursts_in_another_unit_are_not(double factor)
    {
        await Assert.That(Pair(s_bursts, phase: 1, factor).Disagreement(s_rate)).IsNotNull();
    }

    [Test]
    [Arguments(0.99)]
    [Arguments(1.01)]
    public async Task A_steady_rate_has_to_be_right_to_the_percent(double factor)
    {
        double[] steady = [.. Enumerable.Range(0, 32).Select(static second => 100 + ((second % 3) * 0.1))];

        await Assert.That(Pair(steady, phase: 1, factor: 1).Disagreement(s_rate)).IsNull();
        await Assert.That(Pair(steady, phase: 1, factor).Disagreement(s_rate)).IsNotNull();
    }

    [Test]
    public async Task A_level_that_does_not_move_has_to_be_the_same()
    {
        double[] level = [.. Enumerable.Repeat(4096.0, 32)];

        await Assert.That(Pair(level, phase: 1, factor: 1).Disagreement(s_level)).IsNull();
        await Assert.That(Pair(level, phase: 1, factor: 1.0001).Disagreement(s_level)).IsNotNull();
    }

    [Test]
    [Arguments(true, null)]
    [Arguments(false, "ours 1, theirs 0.5, allowed 0.25 in 3 values (1 1 1 against 0.5 0.5 0.5)")]
    public async Task What_is_allowed_is_said(bool isEqual, string? expected)
    {
        Dictionary<long, double> theirs = Enumerable.Range(0, 5).ToDictionary(static tick => (long)tick * Interval, static _ => 0.5);
        Dictionary<long, double> ours = theirs.ToDictionary(static point => point.Key, point => isEqual ? 0.5 : 1);

        await Assert.That(new PairedSeries(ours, theirs, Interval).Disagreement(new(IsRate: false, Absolute: 0.25))).IsEqualTo(expected);
    }

    /// <summary>Ours in seconds 0 and 1, 2 and 3, …; theirs a second later; ours falsified.</summary>
    private static PairedSeries Pair(double[] seconds, int phase, double factor) =>
        new(Sampled(seconds, 0, factor), Sampled(seconds, phase, 1), Interval);

    private static Dictionary<long, double> Sampled(double[] seconds, int phase, double factor) =>
        Enumerable.Range(0, (seconds.Length - phase) / Interval).ToDictionary(
            tick => (long)(tick * Interval) + phase,
            tick => (seconds[(tick * Interval) + phase] + seconds[(tick * Interval) + phase + 1]) / Interval * factor);
}
