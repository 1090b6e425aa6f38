namespace Collector.Verification;

/// <summary>A number with its unit: <c>16GiB</c>.</summary>
internal sealed record NumberExpression(decimal Number, LiteralUnit Unit) : Expression
{
    /// <summary>The number in bytes, seconds and so on.</summary>
    public double Value => (double)Number * Unit.Factor;
}
