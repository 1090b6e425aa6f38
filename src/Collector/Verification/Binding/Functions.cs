namespace Collector.Verification;

/// <summary>The functions of expectations.</summary>
internal static class Functions
{
    public const string Rate = "rate";
    public const string Count = "count";

    public static string[] Names { get; } = ["all", "any", "none", Count, Rate, "sum", "min", "max", "avg"];

    public static QuantifierKind? Quantifier(string name) => name switch
    {
        "all" => QuantifierKind.All,
        "any" => QuantifierKind.Any,
        "none" => QuantifierKind.None,
        _ => null,
    };

    public static AggregateKind? Aggregate(string name) => name switch
    {
        "sum" => AggregateKind.Sum,
        "min" => AggregateKind.Min,
        "max" => AggregateKind.Max,
        "avg" => AggregateKind.Avg,
        _ => null,
    };

    public static ExpressionError Unknown(CallExpression call) =>
        new(new(call.Place.Start, call.Function.Length), $"there is no function '{call.Function}'; {Nearest.Hint(call.Function, Names)}");
}
