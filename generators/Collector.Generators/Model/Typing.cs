namespace Collector.Generators.Model;

/// <summary>Which kind of number an expression yields.</summary>
internal static class Typing
{
    /// <param name="expression">The expression.</param>
    /// <param name="typeOf">The type of a name.</param>
    public static NumberType Of(Expression expression, Func<string, NumberType> typeOf) => expression switch
    {
        NameExpression name => typeOf(name.Name),
        NumberExpression number => number.IsWhole ? NumberType.Narrow : NumberType.Decimal,
        BinaryExpression { Operator: not '/' } binary => IsWhole(Of(binary.Left, typeOf)) && IsWhole(Of(binary.Right, typeOf))
            ? NumberType.Whole
            : NumberType.Decimal,
        _ => NumberType.Decimal,
    };

    public static bool IsWhole(NumberType type) => type is NumberType.Narrow or NumberType.Whole;
}
