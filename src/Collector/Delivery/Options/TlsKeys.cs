namespace Collector.Delivery;

/// <summary>The keys that name the files of a TLS connection.</summary>
internal static class TlsKeys
{
    private const string Misplaced = "is for graphite+tls:// only";

    public static QueryKey[] All { get; } =
    [
        new("ca", Applies, Misplaced, static (string value, ref DestinationOptions options) =>
            Take("ca", value, options.Tls with { Authority = value }, ref options)),
        new("cert", Applies, Misplaced, static (string value, ref DestinationOptions options) =>
            Take("cert", value, options.Tls with { Certificate = value }, ref options)),
        new("key", Applies, Misplaced, static (string value, ref DestinationOptions options) =>
            Take("key", value, options.Tls with { Key = value }, ref options)),
    ];

    /// <summary>What is wrong with the keys together.</summary>
    public static string? Check(DestinationOptions options) => options.Tls switch
    {
        { Certificate: not null, Key: null } => "'cert' needs 'key', the file of its private key",
        { Certificate: null, Key: not null } => "'key' needs 'cert', the file of the certificate that it belongs to",
        _ => null,
    };

    private static bool Applies(DestinationOptions options) => options.Scheme == DestinationScheme.GraphiteTls;

    private static string? Take(string name, string value, TlsFiles files, ref DestinationOptions options)
    {
        options = options with { Tls = files };
        return value.Length == 0 ? $"'{name}' is empty; it is the path of a PEM file" : null;
    }
}
