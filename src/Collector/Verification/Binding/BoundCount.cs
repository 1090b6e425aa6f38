using Collector.Metrics;

namespace Collector.Verification;

/// <summary>How many instances there are, or of how many something is true.</summary>
/// <param name="Source">As it was written.</param>
/// <param name="Condition">What has to be true of them; null if nothing has to be.</param>
/// <param name="Selector">The instances.</param>
/// <param name="Platform">The system that is read.</param>
internal sealed record BoundCount(Expression Source, BoundCondition? Condition, InstanceSelector Selector, Platform Platform)
    : BoundValue(Source, ValueType.Count)
{
    public override string? Origin => Condition is not null ? (Condition as BoundCheck)?.Value.Origin
        : Cheapest is not MetricInfo metric || Provenance.SourceOf(Selector.Group, metric, Platform) is not SourceInfo source ? null
        : source.Lines is null ? source.Subject
        : $"{source.Subject}: {source.Lines}";

    private MetricInfo? Cheapest => MissingParts.CheapestOf(Selector.Group, Platform);

    private string? MissingHere => Condition is not null || Cheapest is not null ? null : $"{Platform} does not have {Selector.Group.Name}";

    public override Found Evaluate(Scene scene)
    {
        if (MissingHere is string reason)
        {
            return Found.Unknown(reason);
        }

        InstanceSelection selection = InstanceSelection.Of(Selector, scene.Now);
        if (selection.Absence.State == Verdict.Unknown)
        {
            return selection.Absence;
        }

        int count = 0;
        foreach (InstanceState instance in selection.Instances)
        {
            Outcome? outcome = Condition?.Evaluate(scene.At(Selector, instance));
            if (outcome?.Verdict == Verdict.Unknown)
            {
                return Found.Unknown(outcome.FirstFound ?? "");
            }

            count += outcome is null or { Verdict: Verdict.Met } ? 1 : 0;
        }

        return Found.Of(count, Words(count, selection.Instances));
    }

    public override void AddTo(ReadingNeeds needs)
    {
        if (MissingHere is string reason)
        {
            needs.AddMissing(reason);
        }
        else if (Condition is not null)
        {
            Condition.AddTo(needs);
        }
        else
        {
            needs.Add(Selector, Cheapest!.Name);
        }
    }

    /// <summary>The number, and the names as long as they are few.</summary>
    private string Words(int count, IReadOnlyList<InstanceState> instances)
    {
        const int Few = 4;
        string number = ValueFormat.Of(count, Type);
        return Condition is not null ? $"{number} of {instances.Count}"
            : count is > 0 and <= Few ? $"{number} ({string.Join(", ", instances.Select(static instance => instance.Name))})"
            : number;
    }
}
