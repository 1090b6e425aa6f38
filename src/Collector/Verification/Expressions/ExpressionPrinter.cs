using System.Globalization;

namespace Collector.Verification;

/// <summary>Writes expressions so that the same is read again, with no bracket more than that takes.</summary>
internal static class ExpressionPrinter
{
    private const int Highest = 8;

    public static string Print(Expression expression) => expression switch
    {
        BinaryExpression binary => Print(binary),
        UnaryExpression { Operator: UnaryOperator.Not } not => $"not {Within(not.Inner, OperatorText.NotLevel)}",
        UnaryExpression negation => $"-{Within(negation.Inner, OperatorText.NegationLevel)}",
        RangeExpression range => $"{Sum(range.Value)} in {Sum(range.Low)}..{Sum(range.High)}",
        CallExpression call => $"{call.Function}({call.Argument})",
        NumberExpression number => number.Number.ToString("0.############################", CultureInfo.InvariantCulture) + number.Unit.Name,
        TextExpression text => Quoted(text.Text),
        PathExpression path => Print(path),
        _ => "",
    };

    /// <summary>A name as it is written in brackets: in quotes where it would not be read as it stands.</summary>
    public static string Instance(string name) => IsPlain(name) ? name : Quoted(name);

    private static string Print(BinaryExpression binary)
    {
        int level = OperatorText.LevelOf(binary.Operator);

        // Comparisons do not follow one another; all others are read from left to right.
        int left = OperatorText.IsComparison(binary.Operator) ? OperatorText.SumLevel : level;
        return $"{Within(binary.Left, left)} {OperatorText.Of(binary.Operator)} {Within(binary.Right, level + 1)}";
    }

    private static string Print(PathExpression path)
    {
        string instance = path.Instance is null ? "" : $"[{Instance(path.Instance)}]";
        return path.Metric is null ? path.Group + instance : $"{path.Group}{instance}.{path.Metric}";
    }

    private static string Sum(Expression expression) => Within(expression, OperatorText.SumLevel);

    private static string Within(Expression expression, int level) =>
        LevelOf(expression) < level ? $"({expression})" : expression.ToString();

    private static int LevelOf(Expression expression) => expression switch
    {
        BinaryExpression binary => OperatorText.LevelOf(binary.Operator),
        RangeExpression => OperatorText.ComparisonLevel,
        UnaryExpression { Operator: UnaryOperator.Not } => OperatorText.NotLevel,
        UnaryExpression => OperatorText.NegationLevel,
        _ => Highest,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name) => name.Length > 0
        && name.All(static character => char.IsLetterOrDigit(character) || "_-.:/\\*?@+~%".Contains(character, StringComparison.Ordinal));
}
