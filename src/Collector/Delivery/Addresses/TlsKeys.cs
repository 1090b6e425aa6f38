namespace Collector.Delivery;

/// <summary>The keys that name the files of a TLS connection.</summary>
internal static class TlsKeys
{
    public static QueryKey[] All { get; } =
    [
        new("ca", TlsFault, Authority),
        new("cert", TlsFault, Certificate),
        new("key", TlsFault, Key),
    ];

    /// <summary>What is wrong with the files together, as a sentence; null if nothing is.</summary>
    public static string? Fault(DestinationOptions options) => options.Tls switch
    {
        { Certificate: not null, Key: null } => "'cert' is of no use without its private key; name that too, as in key=host.key",
        { Certificate: null, Key: not null } => "'key' is of no use without its certificate; name that too, as in cert=host.crt",
        _ => null,
    };

    private static string? TlsFault(DestinationOptions options) =>
        options.Scheme == DestinationScheme.GraphiteTls ? null : "is for graphite+tls only";

    private static string? Authority(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.File(value, out string? file);
        options = options with { Tls = options.Tls with { Authority = file } };
        return error;
    }

    private static string? Certificate(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.File(value, out string? file);
        options = options with { Tls = options.Tls with { Certificate = file } };
        return error;
    }

    private static string? Key(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.File(value, out string? file);
        options = options with { Tls = options.Tls with { Key = file } };
        return error;
    }
}
