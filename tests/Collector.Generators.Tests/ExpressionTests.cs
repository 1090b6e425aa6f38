using Collector.Generators.Emit;
using Collector.Generators.Model;
using Collector.Generators.Parsing;

namespace Collector.Generators.Tests;

/// <summary>Expressions become C# that computes the same, with no parentheses and casts but those that are needed.</summary>
public sealed class ExpressionTests
{
    [Test]
    [Arguments("a + b * 2", "a + b * 2")]
    [Arguments("(a + b) * 2", "(a + b) * 2")]
    [Arguments("a + (b + 2)", "a + (b + 2)")]
    [Arguments("((a))", "a")]
    [Arguments("a - b", "Arithmetic.Difference(a, b)")]
    [Arguments("a - b - 1", "Arithmetic.Difference(Arithmetic.Difference(a, b), 1)")]
    [Arguments("a / b", "(double)a / b")]
    [Arguments("(a + b) / (a * b)", "(double)(a + b) / (a * b)")]
    [Arguments("a / b / 2", "(double)a / b / 2")]
    [Arguments("a / (b / 2)", "a / ((double)b / 2)")]
    [Arguments("d - a", "d - a")]
    [Arguments("d - (a - b)", "d - Arithmetic.Difference(a, b)")]
    [Arguments("d - (d - 1.5)", "d - (d - 1.5)")]
    [Arguments("d / a", "d / a")]
    [Arguments("n + n", "(ulong)n + n")]
    [Arguments("n * n + a", "(ulong)n * n + a")]
    [Arguments("n + a", "n + a")]
    [Arguments("2 * n", "(ulong)2 * n")]
    [Arguments("percent(a, a + b)", "Arithmetic.Percent(a, a + b)")]
    [Arguments("1 - percent ( a , b ) / 100", "1 - Arithmetic.Percent(a, b) / 100")]
    public async Task Only_what_is_needed_is_written(string text, string expected)
    {
        Expression expression = new ExpressionText(text).Read()!;

        await Assert.That(ExpressionWriter.Write(expression, Operand).Text).IsEqualTo(expected);
    }

    [Test]
    [Arguments("a+b*2", "a + b * 2")]
    [Arguments("(a+b)*2", "(a + b) * 2")]
    [Arguments("a-(b-2)", "a - (b - 2)")]
    [Arguments("(a-b)-2", "a - b - 2")]
    [Arguments("percent((a),(b+1))", "percent(a, b + 1)")]
    public async Task People_read_it_as_they_write_it(string text, string expected) =>
        await Assert.That(ExpressionWriter.Infix(new ExpressionText(text).Read()!)).IsEqualTo(expected);

    [Test]
    [Arguments("", 0, "a name, a number or '('")]
    [Arguments("a +", 3, "a name, a number or '('")]
    [Arguments("(a", 2, "')'")]
    [Arguments("a b", 2, "an operator or the end")]
    [Arguments("percent(a)", 9, "','")]
    [Arguments("1.", 2, "a digit")]
    [Arguments("-a", 0, "a name, a number or '('")]
    [Arguments("a % b", 2, "an operator or the end")]
    public async Task What_is_no_expression_says_what_was_expected_where(string text, int start, string expected)
    {
        ExpressionText expression = new(text);

        await Assert.That(expression.Read()).IsNull();
        await Assert.That(expression.FaultStart).IsEqualTo(start);
        await Assert.That(expression.Expected).IsEqualTo(expected);
    }

    /// <summary><c>d</c> is a decimal number, <c>n</c> a narrow whole one, all others are whole.</summary>
    private static Code Operand(string name) => new(name, Binding.Primary, name switch
    {
        "d" => NumberType.Decimal,
        "n" => NumberType.Narrow,
        _ => NumberType.Whole,
    });
}
