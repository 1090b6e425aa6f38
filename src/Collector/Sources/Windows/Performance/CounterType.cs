namespace Collector.Sources.Windows.Performance;

/// <summary>What the type of a performance counter means.</summary>
/// <param name="Meaning">What the raw number says.</param>
/// <param name="Clock">What it is measured by.</param>
/// <param name="IsInverse">Whether it counts the time in which nothing was done.</param>
/// <param name="IsMulti">Whether it is a sum over several things, whose number stands behind it.</param>
/// <remarks>https://learn.microsoft.com/windows/win32/perfctrs/performance-counter-types, values of winperf.h</remarks>
internal readonly record struct CounterType(
    CounterMeaning Meaning, CounterClock Clock = CounterClock.None, bool IsInverse = false, bool IsMulti = false)
{
    private const uint SizeMask = 0x300;
    private const uint SizeLarge = 0x100;

    /// <summary>Whether the next number in the block belongs to it.</summary>
    public bool HasBase => IsMulti || Meaning is CounterMeaning.Fraction or CounterMeaning.Average
        or CounterMeaning.AverageTime or CounterMeaning.SampleFraction;

    /// <summary>Whether it never falls: such a counter is sent as what it counts, not as its rate.</summary>
    public bool IsCounter => Meaning is CounterMeaning.Total or CounterMeaning.Time;

    /// <summary>The unit that its values come in; <c>count</c> for those that are whole numbers.</summary>
    public string Unit => Meaning switch
    {
        CounterMeaning.Time or CounterMeaning.Elapsed or CounterMeaning.AverageTime => "seconds",
        CounterMeaning.Fraction or CounterMeaning.SampleFraction => "percent",
        CounterMeaning.Average => "ratio",
        _ => "count",
    };

    /// <summary>Whether the raw number has 64 bits, not 32.</summary>
    public static bool IsLarge(uint type) => (type & SizeMask) == SizeLarge;

    public static CounterType Of(uint type) => type switch
    {
        0x00000000 or 0x00000100 or 0x00010000 or 0x00010100 => new(CounterMeaning.Level),
        0x10410400 or 0x10410500 or 0x00410400 or 0x00400400 or 0x00400500 => new(CounterMeaning.Total),
        0x20410500 or 0x20470500 => new(CounterMeaning.Time, CounterClock.Performance),
        0x21410500 => new(CounterMeaning.Time, CounterClock.Performance, IsInverse: true),
        0x22410500 => new(CounterMeaning.Time, CounterClock.Performance, IsMulti: true),
        0x23410500 => new(CounterMeaning.Time, CounterClock.Performance, IsInverse: true, IsMulti: true),
        0x20510500 or 0x20570500 => new(CounterMeaning.Time, CounterClock.HundredNanoseconds),
        0x21510500 => new(CounterMeaning.Time, CounterClock.HundredNanoseconds, IsInverse: true),
        0x22510500 => new(CounterMeaning.Time, CounterClock.HundredNanoseconds, IsMulti: true),
        0x23510500 => new(CounterMeaning.Time, CounterClock.HundredNanoseconds, IsInverse: true, IsMulti: true),
        0x20610500 or 0x20670500 => new(CounterMeaning.Time, CounterClock.Object),
        0x00450400 or 0x00450500 => new(CounterMeaning.Time, CounterClock.Performance),
        0x00550500 => new(CounterMeaning.Time, CounterClock.HundredNanoseconds),
        0x00650500 => new(CounterMeaning.Time, CounterClock.Object),
        0x30240500 => new(CounterMeaning.Elapsed, CounterClock.Object),
        0x20020400 or 0x20020500 => new(CounterMeaning.Fraction),
        0x40020500 => new(CounterMeaning.Average),
        0x30020400 => new(CounterMeaning.AverageTime, CounterClock.Performance),
        0x20C20400 => new(CounterMeaning.SampleFraction),
        _ => new(CounterMeaning.None),
    };

    /// <summary>The name that winperf.h gives a type that cannot be sent.</summary>
    public static string NameOf(uint type) => type switch
    {
        0x00000B00 => "PERF_COUNTER_TEXT",
        0x40000200 => "PERF_COUNTER_NODATA",
        0x40030401 => "PERF_SAMPLE_BASE",
        0x40030402 => "PERF_AVERAGE_BASE",
        0x40030403 => "PERF_RAW_BASE",
        0x40030500 => "PERF_LARGE_RAW_BASE",
        0x42030500 => "PERF_COUNTER_MULTI_BASE",
        _ => $"0x{type:X8}",
    };
}
