namespace Collector.Verification;

/// <summary>A value in another unit: what was written without one, or in percent.</summary>
internal sealed record BoundScaled(BoundValue Inner, ValueType Type, double Factor) : BoundValue(Inner.Source, Type)
{
    public override bool IsConstant => Inner.IsConstant;

    public override IEnumerable<InstanceSelector> Selectors => Inner.Selectors;

    public override string? Origin => Inner.Origin;

    public override string PathAt(Scene scene) => Source == Inner.Source ? Inner.PathAt(scene) : base.PathAt(scene);

    public override Found Evaluate(Scene scene)
    {
        Found inner = Inner.Evaluate(scene);
        return inner.IsPresent ? Found.Of(inner.Number * Factor) : inner;
    }

    public override void AddTo(ReadingNeeds needs) => Inner.AddTo(needs);
}
