namespace Collector.Delivery;

/// <summary>A key of a destination's query.</summary>
/// <param name="name">As it is written.</param>
/// <param name="fault">Why it is not for a destination, as what follows <c>'key' </c> in a sentence; null if it is.</param>
/// <param name="reader">Takes the value.</param>
internal sealed class QueryKey(string name, Func<DestinationOptions, string?> fault, QueryKey.Reader reader)
{
    /// <summary>A key for all destinations.</summary>
    public QueryKey(string name, Reader reader)
        : this(name, static _ => null, reader)
    {
    }

    /// <summary>Takes a key's value.</summary>
    /// <returns>What is wrong with it, as what follows <c>'key' </c> in a sentence; null if nothing is.</returns>
    public delegate string? Reader(string value, ref DestinationOptions options);

    public string Name => name;

    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public string? Apply(string value, ref DestinationOptions options) =>
        (fault(options) ?? reader(value, ref options)) is string error ? $"'{name}' {error}" : null;
}
