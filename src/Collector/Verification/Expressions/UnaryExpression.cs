namespace Collector.Verification;

/// <summary>An expression with <c>not</c> or a minus before it.</summary>
internal sealed record UnaryExpression(UnaryOperator Operator, Expression Inner) : Expression;
