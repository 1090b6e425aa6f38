namespace Collector.Delivery;

/// <summary>Takes the value of a key into the options.</summary>
/// <returns>What is wrong with it; null if nothing is.</returns>
internal delegate string? QueryParser(string value, ref DestinationOptions options);

/// <summary>A key of a destination's query.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Applies">Whether it means something to a destination.</param>
/// <param name="Misplaced">What is said where it does not.</param>
/// <param name="Parse">Takes its value.</param>
internal sealed record QueryKey(string Name, Func<DestinationOptions, bool> Applies, string Misplaced, QueryParser Parse)
{
    /// <summary>A key that every destination has.</summary>
    public QueryKey(string name, QueryParser parse)
        : this(name, static _ => true, "", parse)
    {
    }
}
