namespace Collector.Verification;

/// <summary>What is computed of two values.</summary>
internal sealed record BoundArithmetic(Expression Source, ValueType Type, BinaryOperator Operator, BoundValue Left, BoundValue Right)
    : BoundValue(Source, Type)
{
    public override bool IsConstant => Left.IsConstant && Right.IsConstant;

    public override IEnumerable<InstanceSelector> Selectors => Left.Selectors.Concat(Right.Selectors);

    /// <summary>Two parts of one whole are a part of it together.</summary>
    public override BoundValue? Whole => Operator is BinaryOperator.Add or BinaryOperator.Subtract && Left.Whole is BoundValue whole && whole == Right.Whole
        ? whole
        : null;

    public override Found Evaluate(Scene scene)
    {
        Found left = Left.Evaluate(scene);
        Found right = Right.Evaluate(scene);
        return !left.IsPresent ? Blame(Left, left, scene) : !right.IsPresent ? Blame(Right, right, scene) : Found.Of(Operator switch
        {
            BinaryOperator.Add => left.Number + right.Number,
            BinaryOperator.Subtract => left.Number - right.Number,
            BinaryOperator.Multiply => left.Number * right.Number,
            _ => left.Number / right.Number,
        });
    }

    public override void AddTo(ReadingNeeds needs)
    {
        Left.AddTo(needs);
        Right.AddTo(needs);
    }

    private static Found Blame(BoundValue value, Found found, Scene scene) => found with { Words = $"{value.PathAt(scene)} {found.Words}" };
}
