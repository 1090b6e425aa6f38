namespace Collector.Delivery;

/// <summary>Reads what stands behind the question mark of a destination.</summary>
internal static class DestinationQuery
{
    private static readonly QueryKey[] s_keys = [.. NamingKeys.All, .. ReceiverKeys.All, .. DeliveryKeys.All, .. TlsKeys.All];

    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public static string? Parse(string text, string query, ref DestinationOptions options)
    {
        string? error = Split(query, out Dictionary<string, string> values);
        foreach (QueryKey key in s_keys)
        {
            if (error is null && values.TryGetValue(key.Name, out string? value))
            {
                error = key.Apply(value, ref options);
            }
        }

        error ??= options is { Rates: true, Fractions: true }
            ? "'rates' sends gauges, and 'fractions' is for counters; leave one of them out"
            : ReceiverKeys.Fault(options) ?? TlsKeys.Fault(options);
        return error is null ? null : $"'{text}': {error}";
    }

    private static string? Split(string query, out Dictionary<string, string> values)
    {
        values = [];
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? part : part[..equals];
            if (!Array.Exists(s_keys, known => known.Name == key))
            {
                return $"unknown key '{key}'; {Nearest.Hint(key, s_keys.Select(static known => known.Name))}";
            }

            if (equals < 0)
            {
                return $"'{key}' has no value";
            }

            if (!values.TryAdd(key, Uri.UnescapeDataString(part[(equals + 1)..])))
            {
                return $"'{key}' is given twice";
            }
        }

        return null;
    }
}
