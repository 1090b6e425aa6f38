namespace Collector.Verification;

/// <summary>One value of those that several instances have. Instances without a value are left out.</summary>
internal sealed record BoundAggregate(Expression Source, AggregateKind Kind, BoundValue Inner, InstanceSelector Selector)
    : BoundValue(Source, Inner.Type)
{
    public override double PlainFactor => Inner.PlainFactor;

    public override string? Origin => Inner.Origin;

    public override BoundValue? Whole => Kind == AggregateKind.Sum && Inner.Whole is BoundValue whole ? this with { Inner = whole } : null;

    public override Found Evaluate(Scene scene)
    {
        InstanceSelection selection = InstanceSelection.Of(Selector, scene.Now);
        List<double> numbers = [];
        Found absence = selection.Absence;
        foreach (InstanceState instance in selection.Instances)
        {
            Found found = Inner.Evaluate(scene.At(Selector, instance));
            if (found.IsPresent)
            {
                numbers.Add(found.Number);
            }
            else if (found.State == Verdict.Unknown)
            {
                return found;
            }
            else
            {
                absence = found;
            }
        }

        return numbers.Count == 0 ? absence : Found.Of(Kind switch
        {
            AggregateKind.Sum => numbers.Sum(),
            AggregateKind.Min => numbers.Min(),
            AggregateKind.Max => numbers.Max(),
            _ => numbers.Average(),
        });
    }

    public override void AddTo(ReadingNeeds needs) => Inner.AddTo(needs);
}
