using System.Globalization;

namespace Collector.Verification;

/// <summary>Reads what operators stand between: numbers, texts, metrics, functions, and expressions in brackets.</summary>
internal sealed class OperandParser(TokenReader tokens, ExpressionParser parser)
{
    public Expression Parse()
    {
        Token token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                tokens.Take();
                return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                    ? new NumberExpression(number, token.Unit!) { Place = token.Place }
                    : throw new ExpressionError(token.Place, "this number is too large");
            case TokenKind.Text:
                tokens.Take();
                return new TextExpression(token.Text) { Place = token.Place };
            case TokenKind.Word when !IsReserved(token):
                return ParsePath();
            case TokenKind.Sign when token.Is("("):
                return ParseBrackets();
            case TokenKind.Sign when token.Is("*"):
                throw tokens.Wrong("a pattern stands in quotes: host.name ~ \"web-*\"");
            default:
                throw tokens.Wrong($"expected a metric, a number or an opening bracket, and not {token.Describe()}");
        }
    }

    private Expression ParseBrackets()
    {
        Token open = tokens.Take();
        using TokenReader.Nesting nesting = tokens.Enter(open.Place);
        Expression inner = parser.ParseExpression();
        Place end = Close(open);
        return inner with { Place = open.Place.To(end) };
    }

    private Expression ParsePath()
    {
        Token group = tokens.Take();
        if (tokens.Is("("))
        {
            return ParseCall(group);
        }

        Place last = group.Place;
        Token? instance = null;
        if (tokens.Is("["))
        {
            instance = tokens.TakeInstance();
            last = new(instance.Value.Place.End, 1);
        }

        Token? metric = null;
        if (tokens.Is("."))
        {
            tokens.Take();
            metric = tokens.Current.Kind == TokenKind.Word ? tokens.Take() : throw NoMetric(group.Text, instance);
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
        Token open = tokens.Take();
        using TokenReader.Nesting nesting = tokens.Enter(open.Place);
        if (tokens.Is(")"))
        {
            throw tokens.Wrong($"{function.Text}() needs something in its brackets");
        }

        Expression argument = parser.ParseExpression();
        return new(function.Text, argument) { Place = function.Place.To(Close(open)) };
    }

    private Place Close(Token open) => tokens.Is(")") ? tokens.Take().Place
        : tokens.IsAtEnd ? throw new ExpressionError(open.Place, "the bracket is not closed")
        : tokens.Is(",") ? throw tokens.Wrong("a function takes one thing; join conditions with 'and' or 'or'")
        : throw tokens.Trailing();

    private ExpressionError NoMetric(string group, Token? instance) => tokens.Wrong(
        instance is null && tokens.Current.Kind is TokenKind.Number or TokenKind.Sign or TokenKind.Text
            ? $"expected the name of a metric; an instance stands in brackets: {group}[NAME].METRIC"
            : "expected the name of a metric");

    /// <summary>Says where an instance has to stand to those who put it between points, as on the wire.</summary>
    private void RequireEnd(string group, Token? instance, Token metric)
    {
        if (tokens.Is(".") && instance is null)
        {
            throw new ExpressionError(metric.Place, $"an instance stands in brackets: {group}[{metric.Text}].METRIC");
        }

        if (tokens.Is("["))
        {
            throw tokens.Wrong($"an instance stands behind the group: {group}[NAME].{metric.Text}");
        }
    }

    private static bool IsReserved(Token token) => OperatorText.Find(token) is not null
        || token.IsWord("not") || token.IsWord("in") || token.IsWord("between");
}
