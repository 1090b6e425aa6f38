namespace Collector.Generators.Model;

/// <summary>What a counter grows by in a second.</summary>
internal sealed record RateExpression(string Counter) : Expression
{
    public override IEnumerable<string> Names => [Counter];
}
