namespace Collector.Verification;

/// <summary>Reads the text of an expectation: a method for each level of how tightly operators bind.</summary>
internal sealed class ExpressionParser
{
    private const int MaxLength = 4000;

    /// <summary>Each makes the tree deeper by one, and whoever walks through it has a stack of its own size only.</summary>
    private const int MaxOperators = 200;

    private readonly TokenReader _tokens;
    private readonly OperandParser _operands;
    private int _operators;

    private ExpressionParser(string text)
    {
        _tokens = new(text);
        _operands = new(_tokens, this);
    }

    /// <param name="text">An expectation.</param>
    /// <param name="fault">What is wrong with it; null if nothing is.</param>
    /// <returns>Null if it cannot be read.</returns>
    public static Expression? Parse(string text, out ExpressionFault? fault)
    {
        fault = null;
        try
        {
            return text.Length <= MaxLength
                ? new ExpressionParser(text).ParseAll()
                : throw new ExpressionError(new(MaxLength, 0), $"an expectation has at most {MaxLength} characters; divide it at an 'and'");
        }
        catch (ExpressionError error)
        {
            fault = ExpressionFault.Of(text, error);
            return null;
        }
    }

    private Expression ParseAll()
    {
        if (_tokens.IsAtEnd)
        {
            throw _tokens.Wrong("there is nothing here; write for example memory.total >= 16GiB");
        }

        Expression expression = ParseExpression();
        return _tokens.IsAtEnd ? expression : throw _tokens.Trailing();
    }

    /// <summary>An expression of any kind.</summary>
    public Expression ParseExpression() => ParseJunctions(OperatorText.LevelOf(BinaryOperator.Or));

    /// <summary><c>or</c> at the lowest level, <c>and</c> above it.</summary>
    private Expression ParseJunctions(int level)
    {
        if (level == OperatorText.NotLevel)
        {
            return ParseNot();
        }

        Expression left = ParseJunctions(level + 1);
        while (OperatorText.Find(_tokens.Current) is BinaryOperator binary && OperatorText.LevelOf(binary) == level)
        {
            _tokens.Take();
            left = Join(binary, left, ParseJunctions(level + 1));
        }

        return left;
    }

    private Expression ParseNot()
    {
        if (!_tokens.IsWord("not") && !_tokens.Is("!"))
        {
            return ParseComparison();
        }

        Place start = _tokens.Take().Place;
        using TokenReader.Nesting nesting = _tokens.Enter(start);
        Expression inner = ParseNot();
        return new UnaryExpression(UnaryOperator.Not, inner) { Place = start.To(inner.Place) };
    }

    private Expression ParseComparison()
    {
        Expression left = ParseSum();
        Expression whole = _tokens.IsAtRange ? ParseRange(left)
            : ComparisonOperator() is BinaryOperator binary ? Join(binary, left, ParseSum())
            : left;
        return !ReferenceEquals(whole, left) && (ComparisonOperator() is not null || _tokens.IsAtRange)
            ? throw _tokens.Wrong("a comparison has two sides; join two comparisons with 'and', or write a range: memory.total in 15GiB..17GiB")
            : whole;
    }

    /// <summary>Takes the operator of a comparison, if one stands here.</summary>
    private BinaryOperator? ComparisonOperator()
    {
        if (_tokens.IsWord("not"))
        {
            Token not = _tokens.Take();
            return _tokens.IsWord("like") && _tokens.Take().Kind == TokenKind.Word
                ? BinaryOperator.NotLike
                : throw new ExpressionError(not.Place, "'not' stands before a whole comparison, or before 'like'");
        }

        if (OperatorText.Find(_tokens.Current) is not BinaryOperator binary || !OperatorText.IsComparison(binary))
        {
            return null;
        }

        _tokens.Take();
        return binary;
    }

    private RangeExpression ParseRange(Expression value)
    {
        bool isBetween = _tokens.Take().IsWord("between");
        Expression low = ParseSum();
        if (isBetween ? !_tokens.IsWord("and") : !_tokens.Is(".."))
        {
            throw _tokens.Wrong(isBetween ? "expected 'and' and the upper bound: between 1GiB and 4GiB" : "expected '..' and the upper bound: in 1GiB..4GiB");
        }

        _tokens.Take();
        Expression high = ParseSum();
        return new(value, low, high) { Place = value.Place.To(high.Place) };
    }

    private Expression ParseSum()
    {
        Expression left = ParseProduct();
        while (_tokens.Is("+") || _tokens.Is("-"))
        {
            BinaryOperator binary = _tokens.Take().Is("+") ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = Join(binary, left, ParseProduct());
        }

        return left;
    }

    private Expression ParseProduct()
    {
        Expression left = ParseNegation();
        while (_tokens.Is("*") || _tokens.Is("/"))
        {
            BinaryOperator binary = _tokens.Take().Is("*") ? BinaryOperator.Multiply : BinaryOperator.Divide;
            left = Join(binary, left, ParseNegation());
        }

        return left;
    }

    private Expression ParseNegation()
    {
        if (!_tokens.Is("-"))
        {
            return _operands.Parse();
        }

        Place start = _tokens.Take().Place;
        using TokenReader.Nesting nesting = _tokens.Enter(start);
        Expression inner = ParseNegation();
        return new UnaryExpression(UnaryOperator.Negate, inner) { Place = start.To(inner.Place) };
    }

    private BinaryExpression Join(BinaryOperator binary, Expression left, Expression right) => ++_operators <= MaxOperators
        ? new(binary, left, right) { Place = left.Place.To(right.Place) }
        : throw new ExpressionError(right.Place, $"there are more than {MaxOperators} operators up to here; divide the expectation at an 'and'");
}
