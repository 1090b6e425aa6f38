namespace Collector.Verification;

/// <summary>What is required of a value.</summary>
internal abstract record Requirement
{
    /// <summary>As it was written: <c>&gt; 20%</c>.</summary>
    public abstract string Expected { get; }

    public abstract IEnumerable<InstanceSelector> Selectors { get; }

    /// <param name="found">The value, which there is.</param>
    /// <param name="type">What kind of value it is.</param>
    /// <param name="scene">Where it was found.</param>
    /// <param name="words">What is said of it; more may be added.</param>
    public abstract Verdict Test(Found found, ValueType type, Scene scene, ref string words);

    /// <summary>The bound, where it is one number that was written; else null.</summary>
    public virtual double? Limit(Scene scene) => null;

    public abstract void AddTo(ReadingNeeds needs);
}
