namespace Collector.Generators.Model;

/// <summary>Arithmetic in a declaration.</summary>
internal abstract record Expression
{
    /// <summary>Every name that the expression uses, in order.</summary>
    public abstract IEnumerable<string> Names { get; }
}
