namespace Collector.Verification;

/// <summary>Two conditions of which both, or one, have to be met.</summary>
internal sealed record BoundJunction(Expression Source, bool IsAnd, BoundCondition Left, BoundCondition Right) : BoundCondition(Source)
{
    public override IEnumerable<InstanceSelector> Selectors => Left.Selectors.Concat(Right.Selectors);

    public override Outcome Evaluate(Scene scene)
    {
        Outcome left = Left.Evaluate(scene);
        Outcome right = Right.Evaluate(scene);
        OutcomeKind kind = IsAnd ? OutcomeKind.And : OutcomeKind.Or;
        return new(kind, Source.ToString(), IsAnd ? Verdicts.And(left.Verdict, right.Verdict) : Verdicts.Or(left.Verdict, right.Verdict))
        {
            // What is joined by the same word stands side by side, however it was read.
            Parts = [.. PartsOf(left, kind), .. PartsOf(right, kind)],
        };
    }

    public override void AddTo(ReadingNeeds needs)
    {
        Left.AddTo(needs);
        Right.AddTo(needs);
    }

    private static IReadOnlyList<Outcome> PartsOf(Outcome outcome, OutcomeKind kind) => outcome.Kind == kind ? outcome.Parts : [outcome];
}
