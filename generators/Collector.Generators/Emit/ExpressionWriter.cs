using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes expressions as C#, with no parentheses and casts but those that are needed.</summary>
internal static class ExpressionWriter
{
    /// <param name="expression">The expression.</param>
    /// <param name="operand">The C# of a name.</param>
    /// <param name="growth">The C# of <c>rate(a)</c> and <c>ratio(a, b)</c>, where there are such.</param>
    public static Code Write(
        Expression expression, Func<string, Code> operand, Func<Expression, Code>? growth = null) => expression switch
    {
        NameExpression name => operand(name.Name),
        NumberExpression number => new(
            number.Text, Binding.Primary, number.IsWhole ? NumberType.Narrow : NumberType.Decimal),
        PercentExpression percent => Percent(Write(percent.Part, operand, growth), Write(percent.Whole, operand, growth)),
        BinaryExpression binary =>
            Binary(binary, Write(binary.Left, operand, growth), Write(binary.Right, operand, growth)),
        RateExpression or RatioExpression when growth is not null => growth(expression),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>An expression as people write it.</summary>
    public static string Infix(Expression expression) => InfixCode(expression).Text;

    private static Code Percent(Code part, Code whole) =>
        new($"Arithmetic.Percent({part.Text}, {whole.Text})", Binding.Primary, NumberType.Decimal);

    private static Code Binary(BinaryExpression binary, Code left, Code right)
    {
        bool isWhole = Typing.IsWhole(left.Type) && Typing.IsWhole(right.Type);
        if (binary.Operator == '-' && isWhole)
        {
            return new($"Arithmetic.Difference({left.Text}, {right.Text})", Binding.Primary, NumberType.Whole);
        }

        // Two whole numbers would be divided without a remainder, two narrow ones overflow at 32 bits.
        if (isWhole && binary.Operator == '/')
        {
            left = Cast("double", left);
        }
        else if (left.Type == NumberType.Narrow && right.Type == NumberType.Narrow)
        {
            left = Cast("ulong", left);
        }

        Binding binding = BindingOf(binary.Operator);
        NumberType type = isWhole && binary.Operator != '/' ? NumberType.Whole : NumberType.Decimal;
        return new($"{left.Within(binding)} {binary.Operator} {right.Within(binding + 1)}", binding, type);
    }

    private static Code Cast(string type, Code code) => new($"({type}){code.Within(Binding.Unary)}", Binding.Unary, code.Type);

    private static Binding BindingOf(char sign) => sign is '+' or '-' ? Binding.Sum : Binding.Product;

    private static Code InfixCode(Expression expression) => expression switch
    {
        NameExpression name => Plain(name.Name),
        NumberExpression number => Plain(number.Text),
        PercentExpression percent => Plain($"percent({Infix(percent.Part)}, {Infix(percent.Whole)})"),
        RateExpression rate => Plain($"rate({rate.Counter})"),
        RatioExpression ratio => Plain($"ratio({ratio.Counter}, {ratio.Steps})"),
        BinaryExpression binary => Infix(binary, BindingOf(binary.Operator)),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static Code Infix(BinaryExpression binary, Binding binding)
    {
        string left = InfixCode(binary.Left).Within(binding);
        string right = InfixCode(binary.Right).Within(binding + 1);
        return new($"{left} {binary.Operator} {right}", binding, NumberType.None);
    }

    private static Code Plain(string text) => new(text, Binding.Primary, NumberType.None);
}
