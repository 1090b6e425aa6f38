namespace Collector.Generators.Model;

/// <summary>What an expression yields, as far as arithmetic cares.</summary>
internal enum NumberType
{
    /// <summary>Nothing to compute with.</summary>
    None,

    /// <summary>An unsigned number that C# would add up in fewer than 64 bits.</summary>
    Narrow,

    /// <summary>An unsigned number of 64 bits.</summary>
    Whole,

    /// <summary>A number with a fraction.</summary>
    Decimal,
}
