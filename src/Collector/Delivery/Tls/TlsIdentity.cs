using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Collector.Delivery;

/// <summary>Whom to trust, and who we are: what the PEM files hold.</summary>
internal sealed class TlsIdentity
{
    public X509Certificate2Collection? Authorities { get; private init; }

    public SslStreamCertificateContext? Certificate { get; private init; }

    public static string? Load(TlsFiles files, out TlsIdentity? identity)
    {
        identity = null;
        try
        {
            X509Certificate2Collection? authorities = null;
            SslStreamCertificateContext? context = null;
            if (files.Authority is not null)
            {
                authorities = [];
                authorities.ImportFromPemFile(files.Authority);
            }

            if (files.Certificate is not null)
            {
                X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
                if (OperatingSystem.IsWindows())
                {
                    certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
                }

                X509Certificate2Collection chain = [];
                chain.ImportFromPemFile(files.Certificate);
                context = SslStreamCertificateContext.Create(certificate, chain, offline: true);
            }

            identity = new() { Authorities = authorities, Certificate = context };
            return null;
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
