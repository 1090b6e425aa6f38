using System.Globalization;

namespace Collector.Verification;

/// <summary>Reads the text of an expectation: a method for each level of how tightly operators bind.</summary>
internal sealed class ExpressionParser
{
    /// <summary>More brackets within brackets than anybody writes, and few enough for any stack.</summary>
    private const int MaxDepth = 50;

    private const int MaxLength = 4000;

    private readonly Lexer _lexer;
    private Token _token;
    private Token _last;
    private int _depth;

    private ExpressionParser(string text)
    {
        _lexer = new(text);
        _token = _lexer.Next();
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
        if (_token.Kind == TokenKind.End)
        {
            throw Wrong("there is nothing here; write for example memory.total >= 16GiB");
        }

        Expression expression = ParseJunctions(OperatorText.LevelOf(BinaryOperator.Or));
        return _token.Kind == TokenKind.End ? expression : throw Trailing();
    }

    /// <summary><c>or</c> at the lowest level, <c>and</c> above it.</summary>
    private Expression ParseJunctions(int level)
    {
        if (level == OperatorText.NotLevel)
        {
            return ParseNot();
        }

        Expression left = ParseJunctions(level + 1);
        while (OperatorText.Find(_token) is BinaryOperator binary && OperatorText.LevelOf(binary) == level)
        {
            Take();
            left = Join(binary, left, ParseJunctions(level + 1));
        }

        return left;
    }

    private Expression ParseNot()
    {
        if (!_token.IsWord("not") && !_token.Is("!"))
        {
            return ParseComparison();
        }

        Place start = Take().Place;
        using Nesting nesting = Enter(start);
        Expression inner = ParseNot();
        return new UnaryExpression(UnaryOperator.Not, inner) { Place = start.To(inner.Place) };
    }

    private Expression ParseComparison()
    {
        Expression left = ParseSum();
        Expression whole = _token.IsWord("in") || _token.IsWord("between") ? ParseRange(left)
            : ComparisonOperator() is BinaryOperator binary ? Join(binary, left, ParseSum())
            : left;
        return !ReferenceEquals(whole, left) && (ComparisonOperator() is not null || _token.IsWord("in") || _token.IsWord("between"))
            ? throw Wrong("a comparison has two sides; join two comparisons with 'and', or write a range: memory.total in 15GiB..17GiB")
            : whole;
    }

    /// <summary>Takes the operator of a comparison, if one stands here.</summary>
    private BinaryOperator? ComparisonOperator()
    {
        if (_token.IsWord("not"))
        {
            Token not = Take();
            return _token.IsWord("like") && Take().Kind == TokenKind.Word
                ? BinaryOperator.NotLike
                : throw new ExpressionError(not.Place, "'not' stands before a whole comparison, or before 'like'");
        }

        if (OperatorText.Find(_token) is not BinaryOperator binary || !OperatorText.IsComparison(binary))
        {
            return null;
        }

        Take();
        return binary;
    }

    private RangeExpression ParseRange(Expression value)
    {
        bool isBetween = Take().IsWord("between");
        Expression low = ParseSum();
        if (isBetween ? !_token.IsWord("and") : !_token.Is(".."))
        {
            throw Wrong(isBetween ? "expected 'and' and the upper bound: between 1GiB and 4GiB" : "expected '..' and the upper bound: in 1GiB..4GiB");
        }

        Take();
        Expression high = ParseSum();
        return new(value, low, high) { Place = value.Place.To(high.Place) };
    }

    private Expression ParseSum()
    {
        Expression left = ParseProduct();
        while (_token.Is("+") || _token.Is("-"))
        {
            BinaryOperator binary = Take().Is("+") ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = Join(binary, left, ParseProduct());
        }

        return left;
    }

    private Expression ParseProduct()
    {
        Expression left = ParseNegation();
        while (_token.Is("*") || _token.Is("/"))
        {
            BinaryOperator binary = Take().Is("*") ? BinaryOperator.Multiply : BinaryOperator.Divide;
            left = Join(binary, left, ParseNegation());
        }

        return left;
    }

    private Expression ParseNegation()
    {
        if (!_token.Is("-"))
        {
            return ParsePrimary();
        }

        Place start = Take().Place;
        using Nesting nesting = Enter(start);
        Expression inner = ParseNegation();
        return new UnaryExpression(UnaryOperator.Negate, inner) { Place = start.To(inner.Place) };
    }

    private Expression ParsePrimary()
    {
        Token token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                    ? new NumberExpression(number, token.Unit!) { Place = token.Place }
                    : throw new ExpressionError(token.Place, "this number is too large");
            case TokenKind.Text:
                Take();
                return new TextExpression(token.Text) { Place = token.Place };
            case TokenKind.Word when !IsReserved(token):
                return ParsePath();
            case TokenKind.Sign when token.Is("("):
                return ParseBrackets();
            default:
                throw Wrong($"expected a metric, a number or an opening bracket, and not {token.Describe()}");
        }
    }

    private Expression ParseBrackets()
    {
        Token open = Take();
        using Nesting nesting = Enter(open.Place);
        Expression inner = ParseJunctions(OperatorText.LevelOf(BinaryOperator.Or));
        Place end = Close(open);
        return inner with { Place = open.Place.To(end) };
    }

    private Expression ParsePath()
    {
        Token group = Take();
        if (_token.Is("("))
        {
            return ParseCall(group);
        }

        Place last = group.Place;
        Token? instance = null;
        if (_token.Is("["))
        {
            Token name = _lexer.Instance();
            instance = name.Text.Length > 0
                ? name
                : throw new ExpressionError(_token.Place.To(new(name.Place.End, 1)), "no instance stands in the brackets; '*' is all of them");
            last = new(name.Place.End, 1);
            _token = _lexer.Next();
        }

        Token? metric = null;
        if (_token.Is("."))
        {
            Take();
            metric = _token.Kind == TokenKind.Word ? Take() : throw NoMetric(group.Text, instance);
            last = metric.Value.Place;
            RequireEnd(group.Text, instance, metric.Value);
        }

        return new PathExpression(group.Text, instance?.Text, metric?.Text)
        {
            Place = group.Place.To(last),
            GroupPlace = group.Place,
            InstancePlace = instance?.Place ?? default,
            MetricPlace = metric?.Place ?? default,
        };
    }

    private CallExpression ParseCall(Token function)
    {
        Token open = Take();
        using Nesting nesting = Enter(open.Place);
        if (_token.Is(")"))
        {
            throw Wrong($"{function.Text}() needs something in its brackets");
        }

        Expression argument = ParseJunctions(OperatorText.LevelOf(BinaryOperator.Or));
        return new(function.Text, argument) { Place = function.Place.To(Close(open)) };
    }

    private Place Close(Token open) => _token.Is(")") ? Take().Place
        : _token.Kind == TokenKind.End ? throw new ExpressionError(open.Place, "the bracket is not closed")
        : _token.Is(",") ? throw Wrong("a function takes one thing; join conditions with 'and' or 'or'")
        : throw Trailing();

    private ExpressionError NoMetric(string group, Token? instance) => Wrong(
        instance is null && _token.Kind is TokenKind.Number or TokenKind.Sign or TokenKind.Text
            ? $"expected the name of a metric; an instance stands in brackets: {group}[NAME].METRIC"
            : "expected the name of a metric");

    /// <summary>Says where an instance has to stand to those who put it between points, as on the wire.</summary>
    private void RequireEnd(string group, Token? instance, Token metric)
    {
        if (_token.Is(".") && instance is null)
        {
            throw new ExpressionError(metric.Place, $"an instance stands in brackets: {group}[{metric.Text}].METRIC");
        }

        if (_token.Is("["))
        {
            throw Wrong($"an instance stands behind the group: {group}[NAME].{metric.Text}");
        }
    }

    private ExpressionError Trailing()
    {
        string[] words = ["and", "or", "in", "between", "like"];
        return Wrong(_token.Kind == TokenKind.Word && Nearest.To(_token.Text, words) is string word && !_token.IsWord(word)
            ? $"expected an operator or the end, and not {_token.Describe()}; did you mean '{word}'?"
            : _token.Is(")") ? "there is no opening bracket for this one"
            : _token.Is(".") && _last.Kind == TokenKind.Number ? "a version stands in quotes: host.version >= \"10.0.17763\""
            : $"expected an operator or the end, and not {_token.Describe()}");
    }

    private static bool IsReserved(Token token) => OperatorText.Find(token) is not null
        || token.IsWord("not") || token.IsWord("in") || token.IsWord("between");

    private static BinaryExpression Join(BinaryOperator binary, Expression left, Expression right) =>
        new(binary, left, right) { Place = left.Place.To(right.Place) };

    private Token Take()
    {
        _last = _token;
        _token = _lexer.Next();
        return _last;
    }

    private ExpressionError Wrong(string message) => new(_token.Place, message);

    private Nesting Enter(Place place) => ++_depth <= MaxDepth
        ? new(this)
        : throw new ExpressionError(place, $"there are more than {MaxDepth} levels of brackets here; divide the expectation");

    /// <summary>A level of brackets, until it is left.</summary>
    private readonly struct Nesting(ExpressionParser parser) : IDisposable
    {
        public void Dispose() => parser._depth--;
    }
}
