using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Collector.Delivery;

/// <summary>Why a receiver's certificate is not accepted, in words that say whom to ask.</summary>
internal static class CertificateVerdict
{
    private const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

    /// <param name="certificate">What the receiver shows; null if it shows none.</param>
    /// <param name="chain">How it leads to an authority, and where it does not.</param>
    /// <param name="host">The name or address that the receiver was called by.</param>
    /// <param name="authority">The file with the authorities; null for the system's.</param>
    /// <returns>Null if it is accepted.</returns>
    public static string? Of(X509Certificate2? certificate, X509Chain? chain, string host, string? authority)
    {
        if (certificate is null || chain is null)
        {
            return "the receiver shows no certificate";
        }

        X509ChainStatusFlags faults = X509ChainStatusFlags.NoError;
        foreach (X509ChainStatus status in chain.ChainStatus)
        {
            faults |= status.Status;
        }

        return (faults & Untrusted) != 0 ? Unknown(certificate, authority)
            : (faults & X509ChainStatusFlags.NotTimeValid) != 0 ? Untimely(certificate, chain)
            : faults != X509ChainStatusFlags.NoError ? $"its certificate is not accepted: {Describe(chain)}"
            : certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false) ? null
            : $"its certificate is for {NamesOf(certificate)}, not for '{host}'";
    }

    private static string Unknown(X509Certificate2 certificate, string? authority)
    {
        bool isOwn = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        string signer = isOwn ? "itself" : $"'{certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}'";
        return authority is null
            ? $"its certificate is signed by {signer}, which is not trusted here; name its authority with ca=FILE"
            : $"its certificate is signed by {signer}, which is not trusted: it is not in '{authority}'";
    }

    private static string Untimely(X509Certificate2 certificate, X509Chain chain)
    {
        DateTime now = DateTime.UtcNow;
        foreach (X509ChainElement element in chain.ChainElements)
        {
            string whose = element.Certificate.Equals(certificate) ? "its certificate"
                : $"the certificate of its authority '{element.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}'";
            if (element.Certificate.NotAfter.ToUniversalTime() < now)
            {
                return $"{whose} expired on {Day(element.Certificate.NotAfter)}";
            }

            if (element.Certificate.NotBefore.ToUniversalTime() > now)
            {
                return $"{whose} is valid from {Day(element.Certificate.NotBefore)} only; here it is {Day(now)}";
            }
        }

        return "its certificate is not valid now";
    }

    private static string Describe(X509Chain chain)
    {
        string text = chain.ChainStatus[0].StatusInformation.Trim().TrimEnd('.');
        return text.Length > 0 ? text : chain.ChainStatus[0].Status.ToString();
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        const int Most = 3;
        List<string> names = [];
        foreach (X509Extension extension in certificate.Extensions)
        {
            if (extension is X509SubjectAlternativeNameExtension alternatives)
            {
                names.AddRange(alternatives.EnumerateDnsNames());
                foreach (System.Net.IPAddress address in alternatives.EnumerateIPAddresses())
                {
                    names.Add(address.ToString());
                }
            }
        }

        string shown = string.Join(", ", names.Take(Most).Select(static name => $"'{name}'"));
        return names.Count > Most ? $"{shown} and {names.Count - Most} more" : names.Count > 0 ? shown : "no host at all";
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
