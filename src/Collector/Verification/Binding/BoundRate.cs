namespace Collector.Verification;

/// <summary>What a counter grows by in a second. Time that grows is a share: a processor that is busy half the time.</summary>
internal sealed record BoundRate(Expression Source, BoundMetric Counter) : BoundValue(Source, TypeOf(Counter.Type))
{
    public override IEnumerable<InstanceSelector> Selectors => Counter.Selectors;

    public override string? Origin => Counter.Origin;

    public override Found Evaluate(Scene scene)
    {
        Found now = Counter.Evaluate(scene);
        if (!now.IsPresent)
        {
            return now;
        }

        if (scene.Before is not HostState before || scene.Now.Seconds <= before.Seconds)
        {
            return Found.Unknown("a rate takes two readings");
        }

        Found earlier = Counter.ValueIn(before, scene);
        return !earlier.IsPresent ? earlier.State == Verdict.Unknown ? earlier : Found.Missing("was not there in the first of the two readings")
            : now.Number < earlier.Number ? Found.Missing("started again from 0 between the two readings")
            : Found.Of((now.Number - earlier.Number) / (scene.Now.Seconds - before.Seconds));
    }

    public override void AddTo(ReadingNeeds needs)
    {
        needs.NeedsRate = true;
        Counter.AddTo(needs);
    }

    public override string PathAt(Scene scene) => $"rate({Counter.PathAt(scene)})";

    private static ValueType TypeOf(ValueType counter) =>
        counter.Dimension == Dimension.Duration ? new(Dimension.Share) : counter with { IsRate = true };
}
