using System.Globalization;
using Collector.Scheduling;

namespace Collector.Tests.Scheduling;

/// <summary>Lets time pass for a tick clock as the loop does, and writes down what comes of it.</summary>
internal sealed class ClockScript
{
    /// <summary>The wall clock's first reading in seconds: a multiple of all intervals.</summary>
    public const long Start = 1_700_006_400;

    private const long Second = 1_000_000_000;

    private readonly List<long> _stamps = [];
    private readonly List<string> _gaps = [];
    private readonly List<long> _steps = [];
    private long _wall = Start * Second;
    private long _monotonic = 77 * Second;

    public ClockScript(int interval)
    {
        Clock = new(TimeSpan.FromSeconds(interval));
        Look();
    }

    public TickClock Clock { get; }

    public string Stamps => string.Join(' ', _stamps);

    /// <summary>The steps that were told, in seconds.</summary>
    public string Steps => string.Join(' ', _steps);

    /// <summary>What lay before the ticks that did not follow the one before them at once.</summary>
    public string Gaps => string.Join("; ", _gaps);

    /// <summary>Sleeps and looks for so many seconds.</summary>
    public void Run(int seconds)
    {
        // A wait ends a little late, which is no reason to miss the last tick.
        long end = _monotonic + (seconds * Second) + (Second / 100);
        while (Clock.NextWake <= end)
        {
            _wall += Clock.NextWake - _monotonic;
            _monotonic = Clock.NextWake;
            Look();
        }
    }

    /// <summary>Sets the wall clock.</summary>
    public void Set(int seconds) => _wall += seconds * Second;

    /// <summary>Lets the clocks go on by so many seconds without a look, and looks.</summary>
    public void Sleep(double wall, double monotonic)
    {
        _wall += (long)(wall * Second);
        _monotonic += (long)(monotonic * Second);
        Look();
    }

    private void Look()
    {
        long? stamp = Clock.Next(_wall, _monotonic);
        if (Clock.Step != 0)
        {
            _steps.Add((long)Math.Round((double)Clock.Step / Second));
        }

        if (stamp is null)
        {
            return;
        }

        _stamps.Add(stamp.Value);
        TickGap gap = Clock.Gap;
        if (gap != default)
        {
            string seconds = Math.Round((double)gap.Nanoseconds / Second).ToString(CultureInfo.InvariantCulture);
            _gaps.Add($"{gap.MissedTicks} missed, {seconds} s{(gap.HasStep ? ", set" : "")}");
        }
    }
}
