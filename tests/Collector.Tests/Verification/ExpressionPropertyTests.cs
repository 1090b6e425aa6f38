using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;
using CsCheck;

namespace Collector.Tests.Verification;

/// <summary>What holds for every expression, and for every text.</summary>
public sealed class ExpressionPropertyTests
{
    private static readonly string[] s_words = ["memory", "host", "net_io", "x", "total", "linux", "true", "_a1"];

    private static readonly string[] s_instances = ["*", "eth0", @"C:\", "a b", "a\"b", "it's", "]", "[", "[1]", "größe", " ", "/var/lib", "x,y", "😀"];

    private static readonly string[] s_pieces =
    [
        "memory", ".", "total", "used", " ", "  ", ">=", "<", "==", "=", "!", "~", "16GiB", "20%", "1h", "5", "0.5", "..", "in", "between", "and", "or",
        "not", "like", "(", ")", "[", "]", "*", "+", "-", "/", "/s", "\"", "'", "net_io", "[*]", "up", "any(", "count(", "rate(", "sum(", "host", "os",
        "linux", ",", "&", "|", "😀", "\u0000", "\n", "é", "service[x].running", "disk_usage[/].free", "cpu.count", "1e5", "99999999999999999999999999999",
    ];

    private static Gen<Expression> Expressions => Gen.Recursive<Expression>(static (depth, inner) => depth > 4 ? Leaves : Gen.OneOf(
        Leaves,
        Gen.Select(Gen.Enum<BinaryOperator>(), inner, inner).Select(static Expression (binary, left, right) => new BinaryExpression(binary, left, right)),
        Gen.Select(Gen.Enum<UnaryOperator>(), inner).Select(static Expression (unary, operand) => new UnaryExpression(unary, operand)),
        Gen.Select(inner, inner, inner).Select(static Expression (value, low, high) => new RangeExpression(value, low, high)),
        Gen.Select(Pick(["any", "rate", "x"]), inner).Select(static Expression (name, argument) => new CallExpression(name, argument))));

    private static Gen<Expression> Leaves => Gen.OneOf(
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 4], Pick<LiteralUnit>([LiteralUnit.None, .. LiteralUnit.All]), Gen.Bool)
            .Select(static Expression (number, decimals, unit, isRate) =>
                new NumberExpression(number / (decimal)Math.Pow(10, decimals), isRate && unit.CanBeRate ? unit.AsRate() : unit)),
        Gen.String.Select(static Expression (text) => new TextExpression(text)),
        Gen.Select(Pick(s_words), Pick<string?>([null, .. s_instances]), Pick<string?>([null, .. s_words]))
            .Select(static Expression (group, instance, metric) => new PathExpression(group, instance, metric)));

    [Test]
    public void Every_expression_is_read_again_from_what_it_prints() => Expressions.Sample(
        static expression =>
        {
            string text = expression.ToString();
            Expression? again = ExpressionParser.Parse(text, out ExpressionFault? fault);
            return text.Length > 4000 || (again is not null && again == expression) || fault?.Message.Contains("levels of brackets", StringComparison.Ordinal) == true;
        },
        iter: 20_000, print: static expression => expression.ToString());

    [Test]
    public void No_text_ends_in_anything_but_an_expectation_or_a_fault_within_it()
    {
        Gen<string> garbled = Gen.OneOf(Gen.String, Pick(s_pieces).Array[0, 20].Select(static pieces => string.Concat(pieces)), Broken);
        ExpectationBinder binder = new(Expectations.Groups, Platform.Linux, NamedTargets.None);
        garbled.Sample(
            text =>
            {
                BoundExpectation? expectation = binder.Bind(text, out ExpressionFault? fault);
                return expectation is not null
                    ? fault is null && binder.Bind(expectation.Text, out _)?.Text == expectation.Text
                    : fault!.Position >= 0 && fault.Length >= 0 && fault.Position + fault.Length <= text.Length && fault.Render().Split('\n').Length == 3;
            },
            iter: 50_000);
    }

    /// <summary>Right expectations with a few characters changed.</summary>
    private static Gen<string> Broken => Gen.Select(Pick(Expectations.Lines("right.txt")), Gen.Int[0, 60], Gen.Int[0, 3], Pick(s_pieces))
        .Select(static (text, position, removed, added) =>
        {
            int start = Math.Min(position, text.Length);
            return text[..start] + added + text[Math.Min(start + removed, text.Length)..];
        });

    [Test]
    public void What_is_met_is_not_met_with_not_before_it() => Pick(Expectations.Lines("right.txt")).Sample(static text =>
    {
        if (text.Contains('!', StringComparison.Ordinal))
        {
            return true;
        }

        HostState host = FakeHost.Usual;
        Verdict verdict = Expectations.Bind(text).Evaluate(host, FakeHost.Earlier).Verdict;
        Verdict opposite = Expectations.Bind($"not ({text})").Evaluate(host, FakeHost.Earlier).Verdict;
        return opposite == Verdicts.Not(verdict);
    });

    private static Gen<T> Pick<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}
