namespace Collector.Sources.Windows.Performance;

/// <summary>What the raw number of a performance counter says.</summary>
internal enum CounterMeaning
{
    /// <summary>Nothing that could be sent: text, or a part of another counter.</summary>
    None,

    /// <summary>A level.</summary>
    Level,

    /// <summary>What was counted so far.</summary>
    Total,

    /// <summary>Time spent so far, in ticks of a clock.</summary>
    Time,

    /// <summary>When something began, on a clock that runs on.</summary>
    Elapsed,

    /// <summary>A part of the number that stands behind it.</summary>
    Fraction,

    /// <summary>A total that is worth something in relation to what the number behind it grew by.</summary>
    Average,

    /// <summary>The same of times.</summary>
    AverageTime,

    /// <summary>The same as a percentage.</summary>
    SampleFraction,
}
