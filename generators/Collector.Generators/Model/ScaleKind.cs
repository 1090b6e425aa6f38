namespace Collector.Generators.Model;

internal enum ScaleKind
{
    None,

    /// <summary>By a whole number.</summary>
    Multiply,

    /// <summary>By a whole number: exact where a factor such as 1e-7 would not be.</summary>
    Divide,

    /// <summary>By a fraction whose reciprocal is no whole number either.</summary>
    MultiplyFraction,

    /// <summary>Divided by the ticks of the kernel's clock in a second.</summary>
    ClockTicks,
}
