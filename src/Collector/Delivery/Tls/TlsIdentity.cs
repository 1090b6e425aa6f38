using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>Whom we trust, and who we are: what the PEM files hold.</summary>
/// <param name="Authorities">Those who may sign receivers' certificates; null for the system's.</param>
/// <param name="Certificate">Our own certificate with those between it and its authority; null if there is none.</param>
internal sealed record TlsIdentity(X509Certificate2Collection? Authorities, SslStreamCertificateContext? Certificate)
{
    /// <summary>The authorities of a whole system have a quarter of it.</summary>
    private const int MaxLength = 1 << 20;

    /// <summary>Reads the files.</summary>
    /// <returns>What is wrong with them, as a sentence; null if nothing is.</returns>
    public static string? Load(TlsFiles files, out TlsIdentity? identity)
    {
        identity = null;
        SslStreamCertificateContext? own = null;
        X509Certificate2Collection? authorities = null;
        string? error = files.Authority is null ? null : ReadCertificates("ca", files.Authority, out _, out authorities);
        if (error is null && files is { Certificate: not null, Key: not null })
        {
            error = ReadOwn(files.Certificate, files.Key, out own);
        }

        identity = error is null ? new(authorities, own) : null;
        return error;
    }

    private static string? ReadCertificates(string key, string file, out string text, out X509Certificate2Collection? certificates)
    {
        certificates = null;
        string? error = ReadText(key, file, out text);
        if (error is not null)
        {
            return error;
        }

        certificates = [];
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            return $"'{key}': a certificate in '{file}' is damaged";
        }

        return certificates.Count > 0 ? null
            : $"'{key}': '{file}' holds no certificate; it is to be in PEM, which begins with -----BEGIN CERTIFICATE-----";
    }

    private static string? ReadOwn(string file, string keyFile, out SslStreamCertificateContext? own)
    {
        own = null;
        string text = "";
        string? error = ReadCertificates("cert", file, out string certificates, out X509Certificate2Collection? chain)
            ?? ReadText("key", keyFile, out text);
        if (error is not null)
        {
            return error;
        }

        if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            return $"'key': '{keyFile}' is encrypted, and nobody is there to type its password; decrypt it with "
                + "'openssl pkey', and let only this service read it";
        }

        if (!text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            return $"'key': '{keyFile}' holds no private key; it is to be in PEM, which begins with -----BEGIN PRIVATE KEY-----";
        }

        try
        {
            X509Certificate2 certificate = X509Certificate2.CreateFromPem(certificates, text);
            if (OperatingSystem.IsWindows())
            {
                // SChannel wants a key that the system holds, if only for as long as this process lives.
                certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
            }

            own = SslStreamCertificateContext.Create(certificate, chain, offline: true);
            return null;
        }
        catch (Exception trouble) when (trouble is CryptographicException or ArgumentException)
        {
            return $"'key': the key in '{keyFile}' is not that of the certificate in '{file}'";
        }
    }

    private static string? ReadText(string key, string file, out string text)
    {
        text = "";
        try
        {
            using StreamReader reader = new(new MemoryStream(RegularFile.ReadBytes(file, MaxLength)));
            text = reader.ReadToEnd();
            return null;
        }
        catch (IOException error) when (error.HResult == RegularFile.IsNoFile)
        {
            return $"'{key}': '{file}' is a device, a pipe or a socket; name a file with PEM in it";
        }
        catch (IOException error) when (error.HResult == RegularFile.TooLarge)
        {
            return $"'{key}': '{file}' is too long for PEM: it has {ByteSize.Format(MaxLength)} or more";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"'{key}': cannot read '{file}': {SystemError.Describe(SystemError.CodeOf(error))}";
        }
    }
}
