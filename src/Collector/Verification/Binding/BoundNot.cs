namespace Collector.Verification;

/// <summary>A condition that must not be met.</summary>
internal sealed record BoundNot(Expression Source, BoundCondition Inner) : BoundCondition(Source)
{
    public override IEnumerable<InstanceSelector> Selectors => Inner.Selectors;

    public override Outcome Evaluate(Scene scene)
    {
        Outcome inner = Inner.Evaluate(scene);
        return new(OutcomeKind.Not, Source.ToString(), Verdicts.Not(inner.Verdict)) { Parts = [inner] };
    }

    public override void AddTo(ReadingNeeds needs) => Inner.AddTo(needs);
}
