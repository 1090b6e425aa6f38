using System.Globalization;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>The keys that say what lines look like.</summary>
internal static class NamingKeys
{
    private const int MinPacket = 512;
    private const int MaxPacket = 65507;

    private static readonly string[] s_formats = ["graphite", "statsd"];
    private static readonly string[] s_booleans = ["true", "false"];

    public static QueryKey[] All { get; } =
    [
        new("names", Names),
        new("prefix", Prefix),
        new("host", Host),
        new("packet", static options => options.MaxPacket > 0, "is for datagrams only; this destination is a stream", Packet),
        new("fractions", static options => options.Wire == WireKind.Statsd, "is for StatsD only; Graphite always takes them", Fractions),
        new("rates", Rates),
        new("format", static options => options.Scheme is DestinationScheme.Stdout or DestinationScheme.File,
            "is for stdout: and file: only; the scheme says it here", Format),
    ];

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static string? Boolean(string name, string value, out bool isTrue)
    {
        isTrue = value == "true";
        return s_booleans.Contains(value) ? null : $"'{name}' is '{value}'; it may be true or false";
    }

    private static string? Names(string value, ref DestinationOptions options)
    {
        bool isNameSet = NameSets.TryParse(value, out NameSet names);
        options = options with { Names = names };
        return isNameSet ? null : NameSets.Unknown(value);
    }

    private static string? Prefix(string value, ref DestinationOptions options)
    {
        options = options with { Prefix = value };
        return PrefixRule.Fault(value) is string fault ? $"'prefix': {fault}" : null;
    }

    private static string? Host(string value, ref DestinationOptions options)
    {
        options = options with { HostName = value };
        return value.Length == 0 ? "'host' is empty; leave it out for this host's own name" : null;
    }

    private static string? Packet(string value, ref DestinationOptions options)
    {
        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes);
        options = options with { MaxPacket = bytes };
        return isNumber && bytes is >= MinPacket and <= MaxPacket
            ? null
            : $"'packet' is '{value}'; it may be {MinPacket} to {MaxPacket} bytes";
    }

    private static string? Fractions(string value, ref DestinationOptions options)
    {
        string? fault = Boolean("fractions", value, out bool fractions);
        options = options with { Fractions = fractions };
        return fault;
    }

    private static string? Rates(string value, ref DestinationOptions options)
    {
        string? fault = Boolean("rates", value, out bool rates);
        options = options with { Rates = rates };
        return fault;
    }

    private static string? Format(string value, ref DestinationOptions options)
    {
        int format = Array.IndexOf(s_formats, value);
        options = options with { Wire = (WireKind)format };
        return format < 0 ? $"unknown format '{value}'; {Nearest.Hint(value, s_formats)}" : null;
    }
}
