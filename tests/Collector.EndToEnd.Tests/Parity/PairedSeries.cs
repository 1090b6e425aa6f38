using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>One series as two programs measured it side by side, at an equal interval and out of phase.</summary>
internal sealed class PairedSeries
{
    /// <summary>By chance a mean is further off than this many standard errors once in 16000 times.</summary>
    private const double StandardErrors = 4;

    private readonly double[] _ours;
    private readonly double[] _theirs;
    private readonly double[] _around;

    /// <param name="ours">Values by stamp.</param>
    /// <param name="theirs">The same of the other program.</param>
    /// <param name="interval">Seconds between two values of a series.</param>
    public PairedSeries(IReadOnlyDictionary<long, double> ours, IReadOnlyDictionary<long, double> theirs, int interval)
    {
        long[] stamps = [.. theirs.Where(static point => double.IsFinite(point.Value)).Select(static point => point.Key).Order()];
        if (stamps.Length < 3)
        {
            (_ours, _theirs, _around) = ([], [], []);
            return;
        }

        // What happened at an end of the common window may have been seen just outside of it by the other one, so
        // the first and the last value of theirs only say how far the values go.
        (double Ours, double Theirs)[] pairs = [.. stamps[1..^1]
            .Select(stamp => (Partner: Partner(ours, stamp, interval), Theirs: theirs[stamp]))
            .Where(static pair => pair.Partner is not null)
            .Select(static pair => (pair.Partner!.Value, pair.Theirs))];
        _ours = [.. pairs.Select(static pair => pair.Ours)];
        _theirs = [.. pairs.Select(static pair => pair.Theirs)];
        _around = [.. stamps.Select(stamp => theirs[stamp])];
    }

    /// <summary>How many values of both there are for the same time.</summary>
    public int Count => _ours.Length;

    /// <summary>What is wrong with ours, or null.</summary>
    public string? Disagreement(Tolerance tolerance)
    {
        double ours = _ours.Average();
        double theirs = _theirs.Average();
        double allowed = tolerance.Absolute + (tolerance.Relative * Math.Abs(theirs)) + Noise(tolerance.IsRate);
        return Math.Abs(ours - theirs) <= allowed
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"ours {ours:R}, theirs {theirs:R}, allowed {allowed:G3} in {Count} values")
                + $" ({Listed(_ours)} against {Listed(_theirs)})";
    }

    /// <summary>How far two samplings of one thing lie apart on average, judged by how they scatter.</summary>
    private double Noise(bool isRate)
    {
        double scatter = StandardErrors * Deviation([.. _ours.Zip(_theirs, static (ours, theirs) => ours - theirs)]) / Math.Sqrt(Count);

        // What adds up over time cannot be missed, only seen later: the windows are out of phase by less than an
        // interval, which at each end holds no more than the greatest that there was.
        return isRate ? Math.Min(scatter, 2 * _around.Max(Math.Abs) / Count) : scatter;
    }

    /// <summary>Our value of the interval that another stamp lies in.</summary>
    private static double? Partner(IReadOnlyDictionary<long, double> ours, long stamp, int interval) =>
        ours.TryGetValue(stamp - (stamp % interval), out double value) ? value : null;

    private static string Listed(double[] values) =>
        string.Join(' ', values.Select(static value => value.ToString("G6", CultureInfo.InvariantCulture)));

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
    }
}
