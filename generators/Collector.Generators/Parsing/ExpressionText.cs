using System.Globalization;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads the text of an expression: names, numbers, <c>+ - * / ( )</c> and <c>percent(a, b)</c>.</summary>
/// <param name="text">The text.</param>
/// <param name="hasRates">Whether <c>rate(a)</c> and <c>ratio(a, b)</c> mean something in it.</param>
internal sealed class ExpressionText(string text, bool hasRates = false)
{
    private readonly List<(string Name, int Start)> _names = [];
    private readonly HashSet<int> _rated = [];
    private int _position;

    /// <summary>Every name with its place, in the order of <see cref="Expression.Names"/>.</summary>
    public IReadOnlyList<(string Name, int Start)> Names => _names;

    /// <summary>Whether the name at this place stands for what a counter grows by.</summary>
    public bool IsRated(int start) => _rated.Contains(start);

    /// <summary>What should have stood at <see cref="FaultStart"/>; null if nothing is wrong.</summary>
    public string? Expected { get; private set; }

    public int FaultStart { get; private set; }

    public int FaultLength => Math.Min(1, text.Length - FaultStart);

    /// <summary>Null if the text is no expression.</summary>
    public Expression? Read()
    {
        Expression? expression = Sum();
        if (expression is not null && Peek() != '\0')
        {
            return Fail("an operator or the end");
        }

        return expression;
    }

    private Expression? Sum() => Chain(Product, '+', '-');

    private Expression? Product() => Chain(Operand, '*', '/');

    private Expression? Chain(Func<Expression?> next, char first, char second)
    {
        Expression? left = next();
        while (left is not null && Peek() is char sign && (sign == first || sign == second))
        {
            _position++;
            left = next() is Expression right ? new BinaryExpression(sign, left, right) : null;
        }

        return left;
    }

    private Expression? Operand()
    {
        char first = Peek();
        if (first == '(')
        {
            _position++;
            return Sum() is Expression inner && Take(')') ? inner : null;
        }

        if (first is >= '0' and <= '9')
        {
            return Number();
        }

        return IsLetter(first) ? NameOrFunction() : Fail("a name, a number or '('");
    }

    private Expression? Number()
    {
        int start = _position;
        SkipWhile(IsDigit);
        if (_position < text.Length && text[_position] == '.')
        {
            _position++;
            if (!IsDigit(Current))
            {
                return Fail("a digit");
            }

            SkipWhile(IsDigit);
        }

        NumberExpression number = new(text.Substring(start, _position - start));
        if (number.IsWhole && !ulong.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            _position = start;
            return Fail("a number below 2^64");
        }

        return number;
    }

    private Expression? NameOrFunction()
    {
        (string name, int start) = Word();
        if (name == "percent" && Peek() == '(')
        {
            return Take('(') && Sum() is Expression part && Take(',') && Sum() is Expression whole && Take(')')
                ? new PercentExpression(part, whole)
                : null;
        }

        if (hasRates && name == "rate" && Peek() == '(')
        {
            return Take('(') && Counter() is string counter && Take(')') ? new RateExpression(counter) : null;
        }

        if (hasRates && name == "ratio" && Peek() == '(')
        {
            return Take('(') && Counter() is string counter && Take(',') && Counter() is string steps && Take(')')
                ? new RatioExpression(counter, steps)
                : null;
        }

        _names.Add((name, start));
        return new NameExpression(name);
    }

    private string? Counter()
    {
        if (!IsLetter(Peek()))
        {
            Fail("the name of a counter");
            return null;
        }

        (string name, int start) = Word();
        _names.Add((name, start));
        _rated.Add(start);
        return name;
    }

    private (string Name, int Start) Word()
    {
        int start = _position;
        SkipWhile(static character => IsLetter(character) || IsDigit(character));
        return (text.Substring(start, _position - start), start);
    }

    private char Current => _position < text.Length ? text[_position] : '\0';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private char Peek()
    {
        SkipWhile(char.IsWhiteSpace);
        return Current;
    }

    private void SkipWhile(Func<char, bool> condition)
    {
        while (_position < text.Length && condition(text[_position]))
        {
            _position++;
        }
    }

    private bool Take(char character)
    {
        if (Peek() == character)
        {
            _position++;
            return true;
        }

        Fail($"'{character}'");
        return false;
    }

    private Expression? Fail(string expected)
    {
        Expected ??= expected;
        FaultStart = _position;
        return null;
    }
}
