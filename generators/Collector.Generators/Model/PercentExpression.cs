namespace Collector.Generators.Model;

/// <summary>A part in percent of the whole.</summary>
internal sealed record PercentExpression(Expression Part, Expression Whole) : Expression
{
    public override IEnumerable<string> Names => Part.Names.Concat(Whole.Names);
}
