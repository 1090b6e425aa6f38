namespace Collector.Verification;

/// <summary>A piece of an expectation, as it was written. What it means is found out by <see cref="ExpectationBinder"/>.</summary>
internal abstract record Expression
{
    public Place Place { get; init; }

    /// <summary>In the way in which it is written best, from which the same is read again.</summary>
    public sealed override string ToString() => ExpressionPrinter.Print(this);
}
