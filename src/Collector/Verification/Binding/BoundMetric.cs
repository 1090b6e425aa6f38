using Collector.Metrics;

namespace Collector.Verification;

/// <summary>A metric of one or more instances.</summary>
/// <param name="Source">As it was written.</param>
/// <param name="Selector">Of which instances.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Platform">The system that is read.</param>
internal sealed record BoundMetric(Expression Source, InstanceSelector Selector, MetricInfo Metric, Platform Platform)
    : BoundValue(Source, ValueType.OfUnit(Metric.Unit))
{
    private const double Milli = 1e-3;

    public override double PlainFactor => Metric.Unit == "milliseconds" ? Milli : 1;

    public override IEnumerable<InstanceSelector> Selectors => Group.InstanceLabel is null ? [] : [Selector];

    public override BoundValue? Whole => Metric.Of is string whole && Provenance.Find(Group, whole) is MetricInfo metric
        ? this with { Metric = metric, Source = Source is PathExpression path ? path with { Metric = whole } : Source }
        : null;

    public override string? Origin => Provenance.Describe(Group, Metric, Platform);

    private MetricGroup Group => Selector.Group;

    public override Found Evaluate(Scene scene) => ValueIn(scene.Now, scene);

    /// <summary>The value in one of two readings, of the instance that a scene is about.</summary>
    public Found ValueIn(HostState state, Scene scene)
    {
        if (MissingParts.Of(Group, Metric, Platform) is string reason)
        {
            return Found.Unknown(reason);
        }

        InstanceSelection selection = InstanceSelection.Of(Selector, state, scene);
        if (selection.Instances.Count == 0)
        {
            return selection.Absence;
        }

        // Of another reading than the scene's, the instance of the same name.
        InstanceState? instance = scene.Instance is InstanceState current && scene.Selector == Selector
            ? selection.Instances.FirstOrDefault(candidate => candidate.Name == current.Name)
            : selection.Instances[0];
        MetricValue value = instance is null || Metric.Index >= instance.Values.Count ? MetricValue.None : instance.Values[Metric.Index];
        return value.IsPresent ? Found.Of(value.Number * PlainFactor)
            : state.Groups[Group.Name].Fault is { IsFailure: true } fault ? Found.Unknown(fault.ToString())
            : Found.Missing(instance is null ? "was not there yet" : "has no value here");
    }

    public override void AddTo(ReadingNeeds needs)
    {
        if (MissingParts.Of(Group, Metric, Platform, $"{Group.Name}.{Metric.Name}") is string reason)
        {
            needs.AddMissing(reason);
        }
        else
        {
            needs.Add(Selector, Metric.Name);
        }
    }

    public override string PathAt(Scene scene) => scene.Instance is InstanceState instance && scene.Selector == Selector
        ? $"{InstanceSelector.PathOf(Group, instance.Name)}.{Metric.Name}"
        : base.PathAt(scene);
}
