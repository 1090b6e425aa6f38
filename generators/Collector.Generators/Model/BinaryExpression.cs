namespace Collector.Generators.Model;

/// <summary>Two operands and one of <c>+ - * /</c>.</summary>
internal sealed record BinaryExpression(char Operator, Expression Left, Expression Right) : Expression
{
    public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);
}
