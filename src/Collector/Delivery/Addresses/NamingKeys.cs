using Collector.Wire;

namespace Collector.Delivery;

/// <summary>The keys that say how lines read.</summary>
internal static class NamingKeys
{
    private const int MinPacket = 512;
    private const int MaxPacket = 65507;

    private static readonly string[] s_formats = ["graphite", "statsd"];

    /// <summary>The format comes first: it decides what others mean.</summary>
    public static QueryKey[] All { get; } =
    [
        new("format", FormatFault, Format),
        new("names", Names),
        new("prefix", Prefix),
        new("host", Host),
        new("packet", PacketFault, Packet),
        new("fractions", FractionsFault, Fractions),
        new("rates", Rates),
    ];

    private static string? FormatFault(DestinationOptions options) =>
        options.Scheme is DestinationScheme.Stdout or DestinationScheme.File
            ? null
            : "is for stdout: and file: only; the scheme says it here";

    private static string? Format(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Word(value, s_formats, out int format);
        options = options with { Wire = (WireKind)format };
        return error;
    }

    private static string? Names(string value, ref DestinationOptions options)
    {
        bool isKnown = NameSets.TryParse(value, out NameSet names);
        options = options with { Names = names };
        return isKnown ? null : $"cannot be used: {NameSets.Unknown(value)}";
    }

    private static string? Prefix(string value, ref DestinationOptions options)
    {
        options = options with { Prefix = value };
        return PrefixRule.Fault(value) is string fault ? $"cannot be used: {fault}" : null;
    }

    private static string? Host(string value, ref DestinationOptions options)
    {
        options = options with { HostName = value };
        return value.Length == 0 ? "is empty; leave it out for this host's own name" : null;
    }

    private static string? PacketFault(DestinationOptions options) =>
        options.MaxPacket > 0 ? null : "is for datagrams only; this destination is a stream";

    private static string? Packet(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Number(value, MinPacket, MaxPacket, " bytes", out int bytes);
        options = options with { MaxPacket = bytes };
        return error;
    }

    private static string? FractionsFault(DestinationOptions options) =>
        options.Wire == WireKind.Statsd ? null : "is for StatsD only; Graphite always takes them";

    private static string? Fractions(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Flag(value, out bool fractions);
        options = options with { Fractions = fractions };
        return error;
    }

    private static string? Rates(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Flag(value, out bool rates);
        options = options with { Rates = rates };
        return error;
    }
}
