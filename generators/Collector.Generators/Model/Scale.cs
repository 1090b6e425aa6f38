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
}
