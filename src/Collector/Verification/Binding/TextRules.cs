namespace Collector.Verification;

/// <summary>What can be said of texts.</summary>
internal static class TextRules
{
    private static readonly string[] s_systems = ["linux", "windows"];

    public static void Check(BinaryExpression comparison, BinaryOperator binary, BoundValue value, BoundValue other)
    {
        bool isPattern = binary is BinaryOperator.Like or BinaryOperator.NotLike;
        if (isPattern && (!value.Type.IsText || !other.IsConstant))
        {
            throw new ExpressionError(comparison.Place, $"'{OperatorText.Of(binary)}' is for facts that are texts, with a pattern on its right: host.name ~ \"web-*\"");
        }

        if (value.Type.Dimension == Dimension.Text && !isPattern && binary is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            throw new ExpressionError(comparison.Place, $"a text has no order; compare it with ==, != or ~: {value.Source} == \"...\"");
        }

        if (value is BoundFact { Fact: HostFact.Os } && other is BoundText system && !isPattern
            && !s_systems.Contains(system.Text, StringComparer.OrdinalIgnoreCase))
        {
            throw new ExpressionError(system.Source.Place, $"no host has the system '{system.Text}'; {Nearest.Hint(system.Text, s_systems)}");
        }
    }

    public static void CheckRange(RangeExpression range, BoundValue value)
    {
        if (value.Type.Dimension == Dimension.Text)
        {
            throw new ExpressionError(range.Place, "a text has no order, and so no range; compare it with ==, != or ~");
        }
    }
}
