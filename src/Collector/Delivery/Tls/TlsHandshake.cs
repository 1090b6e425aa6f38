using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Collector.Delivery;

/// <summary>What is agreed at the start of a TLS connection, and why it was not. Nothing here can be told to accept anyone.</summary>
/// <param name="host">The name or address that the receiver is called by.</param>
/// <param name="files">Whom to trust, and who we are.</param>
internal sealed class TlsHandshake(string host, TlsFiles files)
{
    /// <summary>https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12: id-kp-serverAuth.</summary>
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    private string? _verdict;
    private bool _isAsked;

    /// <summary>Whether the receiver has asked for a certificate that we do not have.</summary>
    public bool IsMissed => _isAsked && files.Certificate is null;

    /// <summary>Reads the files, which may have been renewed since the last time.</summary>
    /// <returns>What is wrong with them; null if nothing is.</returns>
    public string? Prepare(out SslClientAuthenticationOptions? options)
    {
        options = null;
        string? error = TlsIdentity.Load(files, out TlsIdentity? identity);
        if (identity is null)
        {
            return error;
        }

        X509ChainPolicy policy = new()
        {
            // The loop cannot wait for lists of revoked certificates, nor for certificates that the receiver leaves out.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            UrlRetrievalTimeout = TimeSpan.FromSeconds(1),
            TrustMode = identity.Authorities is null ? X509ChainTrustMode.System : X509ChainTrustMode.CustomRootTrust,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerPurpose));
        if (identity.Authorities is not null)
        {
            policy.CustomTrustStore.AddRange(identity.Authorities);
        }

        options = new()
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            ClientCertificateContext = identity.Certificate,
            LocalCertificateSelectionCallback = identity.Certificate is null ? Select : null,
            RemoteCertificateValidationCallback = Judge,
        };
        return null;
    }

    /// <summary>Why it failed, in words that people can act on.</summary>
    /// <param name="error">What SslStream says.</param>
    /// <param name="stream">What lies below it.</param>
    /// <param name="isOpen">Whether the connection stood already.</param>
    public string Explain(Exception? error, SocketStream stream, bool isOpen)
    {
        string? alert = AlertIn(error);
        return _verdict
            ?? (stream.IsForeign ? "the receiver does not speak TLS" : null)
            ?? (IsMissed && (alert is not null || !isOpen) ? "the receiver wants a certificate of ours; name one with cert=FILE and key=FILE" : null)
            ?? (alert is not null ? $"the receiver refuses the connection: {alert}" : null)
            ?? stream.Trouble
            ?? (stream.HasEnded && isOpen ? "the receiver cut the connection without an orderly end" : null)
            ?? (stream.HasEnded ? "the receiver ended the connection before TLS was agreed on; it may not speak TLS" : null)
            ?? $"TLS failed: {error?.GetBaseException().Message.TrimEnd('.')}";
    }

    /// <summary>What the receiver said at last; OpenSSL tells it as <c>…:SSL routines::tlsv1 alert unknown ca</c>.</summary>
    private static string? AlertIn(Exception? error)
    {
        const string Mark = " alert ";
        string text = error?.GetBaseException().Message ?? "";
        int mark = text.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? null : text[(mark + Mark.Length)..];
    }

    /// <summary>Asked once before anything else, and once more, with the receiver's certificate, if it wants one of ours.</summary>
    private X509Certificate Select(
        object sender,
        string targetHost,
        X509CertificateCollection localCertificates,
        X509Certificate? remoteCertificate,
        string[] acceptableIssuers)
    {
        _isAsked |= remoteCertificate is not null;
        return null!;
    }

    /// <summary>Names are held against the certificate by one rule on all systems; the rest is as the system says.</summary>
    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _verdict = CertificateVerdict.Of(certificate as X509Certificate2, chain, host, files.Authority);
        if (_verdict is null && (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) != SslPolicyErrors.None)
        {
            _verdict = "its certificate is not accepted";
        }

        return _verdict is null;
    }
}
