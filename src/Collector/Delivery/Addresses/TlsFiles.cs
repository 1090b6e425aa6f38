namespace Collector.Delivery;

/// <summary>The files that a TLS connection needs, in PEM; null for each that is not named.</summary>
/// <param name="Authority">Certificates to trust instead of the system's.</param>
/// <param name="Certificate">Our own certificate, for receivers that ask for one.</param>
/// <param name="Key">Its private key.</param>
internal sealed record TlsFiles(string? Authority, string? Certificate, string? Key)
{
    public static TlsFiles System { get; } = new(null, null, null);
}
