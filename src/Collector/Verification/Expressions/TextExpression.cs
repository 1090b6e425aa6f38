namespace Collector.Verification;

/// <summary>A text in quotes.</summary>
internal sealed record TextExpression(string Text) : Expression;
