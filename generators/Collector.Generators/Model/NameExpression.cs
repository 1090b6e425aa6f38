namespace Collector.Generators.Model;

/// <summary>A field or another metric.</summary>
internal sealed record NameExpression(string Name) : Expression
{
    public override IEnumerable<string> Names => [Name];
}
