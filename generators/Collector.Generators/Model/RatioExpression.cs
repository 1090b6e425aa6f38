namespace Collector.Generators.Model;

/// <summary>What one counter grows by for each step of another.</summary>
internal sealed record RatioExpression(string Counter, string Steps) : Expression
{
    public override IEnumerable<string> Names => [Counter, Steps];
}
