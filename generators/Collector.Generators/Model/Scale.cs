namespace Collector.Generators.Model;

/// <summary>How many of the metric's units one raw unit is.</summary>
/// <param name="Text">As declared.</param>
/// <param name="Factor">The number; of <see cref="ScaleKind.Divide"/> its reciprocal.</param>
internal sealed record Scale(ScaleKind Kind, string Text, decimal Factor)
{
    public static readonly Scale None = new(ScaleKind.None, "", 1);

    public static readonly Scale ClockTicks = new(ScaleKind.ClockTicks, "clockTicks", 1);

    /// <summary>Whether a whole number stays whole.</summary>
    public bool KeepsWhole => Kind is ScaleKind.None or ScaleKind.Multiply;

    /// <summary>Whether it does nothing.</summary>
    public bool KeepsAsIs => Kind == ScaleKind.None;
}

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
