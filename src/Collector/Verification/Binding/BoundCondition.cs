namespace Collector.Verification;

/// <summary>What is met or not, with all names found.</summary>
/// <param name="Source">As it was written.</param>
internal abstract record BoundCondition(Expression Source)
{
    public abstract Outcome Evaluate(Scene scene);

    public abstract void AddTo(ReadingNeeds needs);

    /// <summary>The sets of instances that it speaks of one by one.</summary>
    public abstract IEnumerable<InstanceSelector> Selectors { get; }
}
