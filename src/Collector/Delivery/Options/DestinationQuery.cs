namespace Collector.Delivery;

/// <summary>Reads what stands behind the question mark of a destination.</summary>
internal static class DestinationQuery
{
    /// <summary>What fits into an Ethernet frame, whatever lies around it.</summary>
    public const int DefaultPacket = 1432;

    /// <summary>Those decide what others mean, wherever they stand.</summary>
    private static readonly string[] s_first = ["format", "policy"];

    private static readonly QueryKey[] s_keys = [.. NamingKeys.All, .. ReceiverKeys.All, .. DeliveryKeys.All, .. TlsKeys.All];

    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public static string? Parse(string text, string query, ref DestinationOptions options)
    {
        List<(QueryKey Key, string Value)> pairs = [];
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            if (Array.Find(s_keys, key => key.Name == name) is not QueryKey key)
            {
                return $"'{text}': unknown key '{name}'; {Nearest.Hint(name, NamesFor(options))}";
            }

            if (equals < 0)
            {
                return $"'{text}': '{name}' has no value";
            }

            if (pairs.Exists(pair => pair.Key == key))
            {
                return $"'{text}': '{name}' is given twice";
            }

            pairs.Add((key, Uri.UnescapeDataString(part[(equals + 1)..])));
        }

        foreach ((QueryKey key, string value) in pairs.OrderByDescending(static pair => s_first.Contains(pair.Key.Name)))
        {
            string? error = key.Applies(options) ? key.Parse(value, ref options) : $"'{key.Name}' {key.Misplaced}";
            if (error is not null)
            {
                return $"'{text}': {error}";
            }
        }

        string? clash = options is { Rates: true, Fractions: true }
            ? "'rates' sends gauges, and 'fractions' is for counters; leave one of them out"
            : ReceiverKeys.Check(options) ?? TlsKeys.Check(options);
        return clash is null ? null : $"'{text}': {clash}";
    }

    /// <summary>The keys that mean something to a destination.</summary>
    private static string[] NamesFor(DestinationOptions options) =>
        [.. s_keys.Where(key => key.Applies(options)).Select(static key => key.Name)];
}
