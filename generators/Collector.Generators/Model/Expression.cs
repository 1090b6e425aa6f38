namespace Collector.Generators.Model;

/// <summary>Arithmetic in a declaration.</summary>
internal abstract record Expression
{
    /// <summary>Every name that the expression uses, in order.</summary>
    public abstract IEnumerable<string> Names { get; }
}

/// <summary>A field or another metric.</summary>
internal sealed record NameExpression(string Name) : Expression
{
    public override IEnumerable<string> Names => [Name];
}

/// <summary>A number, spelt as declared.</summary>
internal sealed record NumberExpression(string Text) : Expression
{
    public bool IsWhole => Text.IndexOf('.') < 0;

    public override IEnumerable<string> Names => [];
}

/// <summary>Two operands and one of <c>+ - * /</c>.</summary>
internal sealed record BinaryExpression(char Operator, Expression Left, Expression Right) : Expression
{
    public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);
}

/// <summary>A part in percent of the whole.</summary>
internal sealed record PercentExpression(Expression Part, Expression Whole) : Expression
{
    public override IEnumerable<string> Names => Part.Names.Concat(Whole.Names);
}
