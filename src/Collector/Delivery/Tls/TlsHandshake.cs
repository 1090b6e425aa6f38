using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Collector.Delivery;

/// <summary>What is agreed at the start of a TLS connection, and why it was not.</summary>
internal sealed class TlsHandshake(string host, TlsFiles files)
{
    private string? _refusal;
    private bool _isAsked;

    public SslClientAuthenticationOptions? Options { get; private set; }

    public string? Rejection => _isAsked && files.Certificate is null
        ? "the receiver asks for a certificate of ours; name it with cert=FILE and key=FILE" : null;

    public string? Prepare()
    {
        string? error = TlsIdentity.Load(files, out TlsIdentity? identity);
        if (error is not null)
        {
            return error;
        }

        X509ChainPolicy policy = new()
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            TrustMode = identity!.Authorities is null ? X509ChainTrustMode.System : X509ChainTrustMode.CustomRootTrust,
        };
        policy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        if (identity.Authorities is not null)
        {
            policy.CustomTrustStore.AddRange(identity.Authorities);
        }

        Options = new()
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            ClientCertificateContext = identity.Certificate,
            RemoteCertificateValidationCallback = Judge,
            LocalCertificateSelectionCallback = identity.Certificate is null ? Select : null,
        };
        return null;
    }

    public string Explain(Exception? error, SocketStream stream)
    {
        return _refusal
            ?? (stream.IsForeign ? "the receiver does not speak TLS" : null)
            ?? stream.Trouble
            ?? Rejection
            ?? (stream.HasEnded ? "the receiver closed the connection during the TLS handshake" : null)
            ?? error?.GetBaseException().Message ?? "unknown";
    }

    private X509Certificate Select(
        object sender, string targetHost, X509CertificateCollection localCertificates, X509Certificate? remoteCertificate, string[] acceptableIssuers)
    {
        _isAsked |= remoteCertificate is not null;
        return null!;
    }

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        _refusal = errors.ToString() + " " + string.Join(",", chain!.ChainStatus.Select(s => s.Status + ":" + s.StatusInformation));
        return false;
    }
}
