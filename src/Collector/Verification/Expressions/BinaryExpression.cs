namespace Collector.Verification;

/// <summary>Two expressions and what joins them: <c>uptime.uptime &lt; 1h</c>.</summary>
internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;
