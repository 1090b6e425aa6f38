namespace Collector.Verification;

/// <summary>Finds out what conditions mean.</summary>
internal sealed class ConditionBinder
{
    private readonly ValueBinder _values;

    public ConditionBinder(ValueBinder values)
    {
        _values = values;
        values.Conditions = this;
    }

    /// <param name="expression">The condition.</param>
    /// <param name="isInside">Whether a function around it goes through the instances.</param>
    public BoundCondition Bind(Expression expression, bool isInside) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } junction => new BoundJunction(
            junction, junction.Operator == BinaryOperator.And, Bind(junction.Left, isInside), Bind(junction.Right, isInside)),
        UnaryExpression { Operator: UnaryOperator.Not } not => new BoundNot(not, Bind(not.Inner, isInside)),
        BinaryExpression comparison when OperatorText.IsComparison(comparison.Operator) => Comparison(comparison, isInside),
        RangeExpression range => Range(range, isInside),
        CallExpression call when Functions.Quantifier(call.Function) is QuantifierKind kind => Quantifier(call, kind, call, call.Argument),
        _ => Truth(expression, isInside),
    };

    private BoundQuantifier Quantifier(Expression source, QuantifierKind kind, CallExpression call, Expression body)
    {
        BoundCondition condition = Bind(body, isInside: true);
        return new(source, kind, condition, ValueBinder.RequireDomain(condition.Selectors, call));
    }

    private BoundCondition Comparison(BinaryExpression comparison, bool isInside)
    {
        // any(net_io[*].up) == 1 means any(net_io[*].up == 1).
        if (QuantifierAt(comparison.Left) is (QuantifierKind left, CallExpression leftCall))
        {
            return Quantifier(comparison, left, leftCall, comparison with { Left = leftCall.Argument });
        }

        if (QuantifierAt(comparison.Right) is (QuantifierKind right, CallExpression rightCall))
        {
            return Quantifier(comparison, right, rightCall, comparison with { Right = rightCall.Argument });
        }

        bool isMirrored = IsWritten(comparison.Left) && !IsWritten(comparison.Right);
        Expression measured = isMirrored ? comparison.Right : comparison.Left;
        Expression written = isMirrored ? comparison.Left : comparison.Right;
        BinaryOperator binary = isMirrored ? OperatorText.Mirrored(comparison.Operator) : comparison.Operator;
        BoundValue value = _values.Bind(measured);
        BoundValue other = _values.BindBeside(written, value.Type);
        value = InPercent(value, other);
        UnitFit.Join(ref value, ref other);
        RequireMeasured(comparison, value, other);
        TextRules.Check(comparison, binary, value, other);
        return Check(comparison, value, new ComparisonRequirement(binary, other), isInside);
    }

    private BoundCondition Range(RangeExpression range, bool isInside)
    {
        if (QuantifierAt(range.Value) is (QuantifierKind kind, CallExpression call))
        {
            return Quantifier(range, kind, call, range with { Value = call.Argument });
        }

        BoundValue value = _values.Bind(range.Value);
        BoundValue low = _values.BindBeside(range.Low, value.Type);
        BoundValue high = _values.BindBeside(range.High, value.Type);
        value = InPercent(value, low);
        UnitFit.Join(ref value, ref low);
        UnitFit.Join(ref value, ref high);
        if (value.IsConstant)
        {
            throw new ExpressionError(range.Value.Place, "nothing is measured here; a range stands behind a metric: memory.total in 15GiB..17GiB");
        }

        TextRules.CheckRange(range, value);
        return low is { IsConstant: true, Type.IsText: false } && high.IsConstant && IsEmpty(low, high)
            ? throw new ExpressionError(range.Low.Place.To(range.High.Place), $"nothing is both at least {range.Low} and at most {range.High}; exchange the bounds")
            : Check(range, value, new RangeRequirement(low, high), isInside);
    }

    private static bool IsEmpty(BoundValue low, BoundValue high) => low.Evaluate(Scene.Empty).Number > high.Evaluate(Scene.Empty).Number;

    private BoundCondition Truth(Expression expression, bool isInside)
    {
        BoundValue value = _values.Bind(expression);
        return value.Type.Dimension == Dimension.Boolean && !value.IsConstant
            ? Check(expression, value, new TruthRequirement(), isInside)
            : throw new ExpressionError(expression.Place, value.IsConstant
                ? $"'{expression}' is no condition; compare a metric with it: memory.total >= 16GiB"
                : $"{expression} is {value.Type.Describe()} and no condition; compare it: {expression} >= {value.Type.Example()}");
    }

    /// <summary>Alone, a check of several instances demands that all of them meet it.</summary>
    private static BoundCondition Check(Expression source, BoundValue value, Requirement requirement, bool isInside)
    {
        BoundCheck check = new(source, value, requirement);
        InstanceSelector? domain = ValueBinder.DomainOf(check.Selectors, source.Place);
        return domain is null || isInside ? check : new BoundQuantifier(source, QuantifierKind.All, check, domain);
    }

    /// <summary>A value in percent of its whole, where it is compared with percent.</summary>
    private static BoundValue InPercent(BoundValue value, BoundValue other)
    {
        bool isNeeded = other is { IsConstant: true, Type.Dimension: Dimension.Percent } && !value.IsConstant
            && value.Type.Dimension is not (Dimension.Percent or Dimension.Share) && !value.Type.IsText;
        return !isNeeded ? value
            : value.Whole is BoundValue whole ? new BoundShare(value, whole)
            : throw new ExpressionError(
                other.Source.Place,
                $"'{other.Source}' of what? {value.Source} is {value.Type.Describe()}, and not declared to be a part of anything; write for example {value.Type.Example()}");
    }

    private static void RequireMeasured(BinaryExpression comparison, BoundValue value, BoundValue other)
    {
        if (value.IsConstant && other.IsConstant)
        {
            throw new ExpressionError(comparison.Place, "nothing is measured here; one side has to be a metric or a fact: memory.total >= 16GiB");
        }
    }

    private static (QuantifierKind Kind, CallExpression Call)? QuantifierAt(Expression side) =>
        side is CallExpression call && Functions.Quantifier(call.Function) is QuantifierKind kind ? (kind, call) : null;

    /// <summary>Whether something is a value that was written, not one that is measured.</summary>
    private bool IsWritten(Expression expression) => expression switch
    {
        NumberExpression or TextExpression => true,
        UnaryExpression negation => IsWritten(negation.Inner),
        PathExpression path => path.IsWord && !_values.IsGroup(path.Group),
        BinaryExpression { Operator: >= BinaryOperator.Add } binary => IsWritten(binary.Left) && IsWritten(binary.Right),
        _ => false,
    };
}
