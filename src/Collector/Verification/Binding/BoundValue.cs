namespace Collector.Verification;

/// <summary>A value that an expectation speaks of, with all names found.</summary>
/// <param name="Source">As it was written.</param>
/// <param name="Type">What kind of value it is.</param>
internal abstract record BoundValue(Expression Source, ValueType Type)
{
    /// <summary>What a number without a unit is in it: a thousandth of a second for metrics in milliseconds.</summary>
    public virtual double PlainFactor => 1;

    /// <summary>Whether nothing has to be read for it.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The whole that it is a part of; null if none is declared.</summary>
    public virtual BoundValue? Whole => null;

    /// <summary>Where it comes from; null if that is not one place.</summary>
    public virtual string? Origin => null;

    public abstract Found Evaluate(Scene scene);

    /// <summary>Says what has to be read.</summary>
    public abstract void AddTo(ReadingNeeds needs);

    /// <summary>The instances of a set that it speaks of one by one.</summary>
    public virtual IEnumerable<InstanceSelector> Selectors => [];

    /// <summary>What it is called for one instance.</summary>
    public virtual string PathAt(Scene scene) => Source.ToString();

    /// <summary>The value for people.</summary>
    public virtual string Format(Found found) => found.Words ?? ValueFormat.Of(found.Number, Type);
}
