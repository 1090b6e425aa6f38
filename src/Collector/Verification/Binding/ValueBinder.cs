using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Finds out what values mean.</summary>
internal sealed class ValueBinder(PathBinder paths, Platform platform)
{
    /// <summary>Binds what stands in <c>count</c>; the two binders need one another.</summary>
    public ConditionBinder? Conditions { get; set; }

    public BoundValue Bind(Expression expression) => expression switch
    {
        NumberExpression number => new BoundConstant(number, new(number.Unit.Dimension, number.Unit.IsRate), number.Value),
        TextExpression text => new BoundText(text, text.Text),
        PathExpression { IsTruth: true } truth => new BoundConstant(
            truth, new(Dimension.Boolean), truth.Group.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1 : 0),
        PathExpression path => paths.Bind(path),
        UnaryExpression { Operator: UnaryOperator.Negate } negation => Negate(negation),
        BinaryExpression { Operator: >= BinaryOperator.Add } arithmetic => Compute(arithmetic),
        CallExpression call => Call(call),
        _ => throw new ExpressionError(expression.Place, "this is a condition, and a value is needed here"),
    };

    /// <summary>A value that is compared with one of another type: a word alone is a text beside a text.</summary>
    public BoundValue BindBeside(Expression expression, ValueType other) =>
        !other.IsText ? Bind(expression)
        : expression is PathExpression { IsWord: true } word ? new BoundText(word, word.Group)
        : expression is BinaryExpression ? throw new ExpressionError(expression.Place, "a text with signs in it stands in quotes: \"web-*\"")
        : Bind(expression);

    public bool IsGroup(string word) => paths.IsGroup(word);

    public InstanceSelector Select(PathExpression path) => paths.Select(path);

    /// <summary>The one set of instances that something goes through one by one; null if there is none.</summary>
    public static InstanceSelector? DomainOf(IEnumerable<InstanceSelector> selectors, Place place)
    {
        InstanceSelector[] all = [.. selectors.Distinct()];
        InstanceSelector[] patterns = [.. all.Where(static selector => selector.IsPattern)];
        return patterns.Length > 1
            ? throw new ExpressionError(
                place, $"this goes through {patterns[0].Path} and {patterns[1].Path} at once; take one value of one of them with sum, min, max or avg")
            : patterns.Length == 1 ? patterns[0]
            : all.Length == 1 ? all[0]
            : null;
    }

    /// <summary>The one set of instances that a function goes through.</summary>
    public static InstanceSelector RequireDomain(IEnumerable<InstanceSelector> selectors, CallExpression call)
    {
        InstanceSelector[] all = [.. selectors.Distinct()];
        return DomainOf(all, call.Argument.Place) ?? throw new ExpressionError(call.Argument.Place, all.Length == 0
            ? $"'{call.Argument}' is about one value, and {call.Function}() is about several instances"
            : $"{call.Function}() goes through the instances of one pattern; these are {string.Join(" and ", all.Select(static selector => selector.Path))}: join them with 'and' or 'or'");
    }

    private BoundScaled Negate(UnaryExpression negation)
    {
        BoundValue inner = Bind(negation.Inner);
        RequireNumber(inner);
        return new(inner, inner.Type, -1) { Source = negation };
    }

    private BoundArithmetic Compute(BinaryExpression arithmetic)
    {
        BoundValue left = Bind(arithmetic.Left);
        BoundValue right = Bind(arithmetic.Right);
        RequireNumber(left);
        RequireNumber(right);
        ValueType type = arithmetic.Operator switch
        {
            BinaryOperator.Multiply => ProductOf(arithmetic, ref left, ref right),
            BinaryOperator.Divide => QuotientOf(arithmetic, ref left, ref right),
            _ => UnitFit.Join(ref left, ref right),
        };
        return new(arithmetic, type, arithmetic.Operator, left, right);
    }

    private static ValueType ProductOf(BinaryExpression product, ref BoundValue left, ref BoundValue right)
    {
        left = UnitFit.PercentAsFactor(left);
        right = UnitFit.PercentAsFactor(right);
        return UnitFit.IsFactor(right.Type) ? left.Type
            : UnitFit.IsFactor(left.Type) ? right.Type
            : throw new ExpressionError(
                product.Place, $"{left.Type.Describe()} times {right.Type.Describe()} is nothing that is measured; one side has to be a number");
    }

    private static ValueType QuotientOf(BinaryExpression quotient, ref BoundValue left, ref BoundValue right)
    {
        right = UnitFit.PercentAsFactor(right);
        if (UnitFit.IsFactor(right.Type) && !(UnitFit.IsFactor(left.Type) && !right.IsConstant))
        {
            return left.Type;
        }

        UnitFit.Join(ref left, ref right);
        return new(Dimension.Share);
    }

    private static void RequireNumber(BoundValue value)
    {
        if (value.Type.IsText || value.Type.Dimension == Dimension.Timestamp)
        {
            throw new ExpressionError(value.Source.Place, $"'{value.Source}' is {value.Type.Describe()}, and cannot be computed with");
        }
    }

    private BoundValue Call(CallExpression call)
    {
        if (call.Function == Functions.Count)
        {
            return CountOf(call);
        }

        if (call.Function == Functions.Rate)
        {
            return RateOf(call);
        }

        if (Functions.Aggregate(call.Function) is not AggregateKind kind)
        {
            throw Functions.Quantifier(call.Function) is null
                ? Functions.Unknown(call)
                : new ExpressionError(call.Place, $"{call.Function}() stands around a condition, or alone on the left of a comparison");
        }

        BoundValue inner = Bind(call.Argument);
        RequireNumber(inner);
        return new BoundAggregate(call, kind, inner, RequireDomain(inner.Selectors, call));
    }

    private BoundCount CountOf(CallExpression call)
    {
        if (call.Argument is PathExpression { Metric: null } path)
        {
            InstanceSelector instances = paths.Select(path);
            return instances.Group.InstanceLabel is not null
                ? new(call, null, instances, platform)
                : throw new ExpressionError(path.Place, $"{path.Group} has no instances to count");
        }

        BoundCondition condition = Conditions!.Bind(call.Argument, isInside: true);
        return new(call, condition, RequireDomain(condition.Selectors, call), platform);
    }

    private BoundRate RateOf(CallExpression call)
    {
        BoundValue inner = Bind(call.Argument);
        return inner is not BoundMetric metric ? throw new ExpressionError(call.Argument.Place, "rate() is of one counter: rate(system.context_switches)")
            : metric.Metric.Kind == MetricKind.Counter ? new(call, metric)
            : throw new ExpressionError(call.Argument.Place, $"{call.Argument} is a gauge, which does not grow: leave rate() out");
    }
}
