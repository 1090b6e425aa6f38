using System.Globalization;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>Reads what stands behind the question mark of a destination.</summary>
internal static class DestinationQuery
{
    /// <summary>What fits into an Ethernet frame, whatever lies around it.</summary>
    public const int DefaultPacket = 1432;

    private const int MinPacket = 512;
    private const int MaxPacket = 65507;

    private static readonly string[] s_keys = ["names", "prefix", "host", "packet", "fractions", "rates", "format", "ca", "cert", "key"];
    private static readonly string[] s_formats = ["graphite", "statsd"];
    private static readonly string[] s_booleans = ["true", "false"];

    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public static string? Parse(string text, string query, ref DestinationOptions options)
    {
        List<(string Key, string Value)> pairs = [];
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? part : part[..equals];
            if (!s_keys.Contains(key))
            {
                return $"'{text}': unknown key '{key}'; {Nearest.Hint(key, s_keys)}";
            }

            if (equals < 0)
            {
                return $"'{text}': '{key}' has no value";
            }

            if (pairs.Exists(pair => pair.Key == key))
            {
                return $"'{text}': '{key}' is given twice";
            }

            pairs.Add((key, Uri.UnescapeDataString(part[(equals + 1)..])));
        }

        // The format decides what other keys mean, wherever it stands.
        int format = pairs.FindIndex(static pair => pair.Key == "format");
        if (format > 0)
        {
            pairs.Insert(0, pairs[format]);
            pairs.RemoveAt(format + 1);
        }

        foreach ((string key, string value) in pairs)
        {
            if (Apply(key, value, ref options) is string error)
            {
                return $"'{text}': {error}";
            }
        }

        return options is { Rates: true, Fractions: true }
            ? $"'{text}': 'rates' sends gauges, and 'fractions' is for counters; leave one of them out"
            : null;
    }

    private static string? Apply(string key, string value, ref DestinationOptions options)
    {
        switch (key)
        {
            case "names":
                bool isNameSet = NameSets.TryParse(value, out NameSet names);
                options = options with { Names = names };
                return isNameSet ? null : NameSets.Unknown(value);
            case "prefix":
                options = options with { Prefix = value };
                return PrefixRule.Fault(value) is string fault ? $"'prefix': {fault}" : null;
            case "host":
                options = options with { HostName = value };
                return value.Length == 0 ? "'host' is empty; leave it out for this host's own name" : null;
            case "packet":
                return ApplyPacket(value, ref options);
            case "fractions":
                options = options with { Fractions = value == "true" };
                return options.Wire != WireKind.Statsd ? "'fractions' is for StatsD only; Graphite always takes them"
                    : s_booleans.Contains(value) ? null
                    : $"'fractions' is '{value}'; it may be true or false";
            case "rates":
                options = options with { Rates = value == "true" };
                return s_booleans.Contains(value) ? null : $"'rates' is '{value}'; it may be true or false";
            case "ca":
                options = options with { Tls = options.Tls with { Authority = value } };
                return null;
            case "cert":
                options = options with { Tls = options.Tls with { Certificate = value } };
                return null;
            case "key":
                options = options with { Tls = options.Tls with { Key = value } };
                return null;
            default:
                int format = Array.IndexOf(s_formats, value);
                options = options with { Wire = (WireKind)format };
                return options.Scheme is not (DestinationScheme.Stdout or DestinationScheme.File)
                        ? "'format' is for stdout: and file: only; the scheme says it here"
                    : format < 0 ? $"unknown format '{value}'; {Nearest.Hint(value, s_formats)}" : null;
        }
    }

    private static string? ApplyPacket(string value, ref DestinationOptions options)
    {
        if (options.MaxPacket == 0)
        {
            return "'packet' is for datagrams only; this destination is a stream";
        }

        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes);
        options = options with { MaxPacket = bytes };
        return isNumber && bytes is >= MinPacket and <= MaxPacket
            ? null
            : $"'packet' is '{value}'; it may be {MinPacket} to {MaxPacket} bytes";
    }
}
