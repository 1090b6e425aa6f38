namespace Collector.Verification;

/// <summary>A function and what stands in its brackets: <c>rate(system.forks)</c>.</summary>
internal sealed record CallExpression(string Function, Expression Argument) : Expression;
