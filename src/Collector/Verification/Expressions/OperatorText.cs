namespace Collector.Verification;

/// <summary>How operators are written, and how tightly they bind.</summary>
internal static class OperatorText
{
    public const int NotLevel = 3;
    public const int ComparisonLevel = 4;
    public const int SumLevel = 5;
    public const int NegationLevel = 7;

    private static readonly (BinaryOperator Operator, string Text, int Level)[] s_all =
    [
        (BinaryOperator.Or, "or", 1), (BinaryOperator.And, "and", 2),
        (BinaryOperator.Equal, "==", ComparisonLevel), (BinaryOperator.NotEqual, "!=", ComparisonLevel),
        (BinaryOperator.Less, "<", ComparisonLevel), (BinaryOperator.LessOrEqual, "<=", ComparisonLevel),
        (BinaryOperator.Greater, ">", ComparisonLevel), (BinaryOperator.GreaterOrEqual, ">=", ComparisonLevel),
        (BinaryOperator.Like, "~", ComparisonLevel), (BinaryOperator.NotLike, "!~", ComparisonLevel),
        (BinaryOperator.Add, "+", SumLevel), (BinaryOperator.Subtract, "-", SumLevel),
        (BinaryOperator.Multiply, "*", 6), (BinaryOperator.Divide, "/", 6),
    ];

    public static string Of(BinaryOperator binary) => s_all[(int)binary].Text;

    public static int LevelOf(BinaryOperator binary) => s_all[(int)binary].Level;

    public static bool IsComparison(BinaryOperator binary) => LevelOf(binary) == ComparisonLevel;

    /// <summary>The operator that a piece of text is, in any spelling; null if it is none.</summary>
    public static BinaryOperator? Find(Token token) => token.Kind switch
    {
        TokenKind.Sign => token.Text switch
        {
            "=" => BinaryOperator.Equal,
            "&&" => BinaryOperator.And,
            "||" => BinaryOperator.Or,
            _ => Known(token.Text),
        },
        TokenKind.Word => token.IsWord("and") ? BinaryOperator.And
            : token.IsWord("or") ? BinaryOperator.Or
            : token.IsWord("like") ? BinaryOperator.Like
            : null,
        _ => null,
    };

    /// <summary>The operator that says the same with its sides exchanged.</summary>
    public static BinaryOperator Mirrored(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => binary,
    };

    private static BinaryOperator? Known(string text)
    {
        foreach ((BinaryOperator binary, string known, _) in s_all)
        {
            if (known == text)
            {
                return binary;
            }
        }

        return null;
    }
}
