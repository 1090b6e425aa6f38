namespace Collector.Verification;

/// <summary>A value and the bounds that it is to be within, both included: <c>memory.total in 15GiB..17GiB</c>.</summary>
internal sealed record RangeExpression(Expression Value, Expression Low, Expression High) : Expression;
