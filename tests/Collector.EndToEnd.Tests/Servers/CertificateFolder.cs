using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>Certificates as people make them with openssl: an authority, and what it and another one have signed.</summary>
internal sealed class CertificateFolder : IDisposable
{
    private const string OpenSsl = "/usr/bin/openssl";
    private const string Ours = "DNS:localhost,IP:127.0.0.1";

    private static readonly string[] s_elliptic = ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    private static readonly string[] s_rsa = ["rsa:2048"];

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _newKey;

    /// <param name="isForWine">
    /// With RSA's keys: Wine 8 takes a signature of elliptic curves for wrong if one of its numbers is a byte short, as
    /// one in 128 is.
    /// </param>
    public CertificateFolder(bool isForWine = false)
    {
        _newKey = isForWine ? s_rsa : s_elliptic;
        MakeAuthority("ca");
        MakeAuthority("stranger");
        Sign("server", "ca", Ours);
        Sign("client", "ca", "DNS:client.example");
    }

    /// <summary>The authority's certificate.</summary>
    public string Authority => FileOf("ca.crt");

    public string FileOf(string name) => _folder.File(name);

    /// <summary>Makes what a receiver should not show, and has shown all the same.</summary>
    /// <param name="fault"><c>wrong name</c>, <c>expired</c> or <c>unknown authority</c>.</param>
    /// <returns>The name of its files.</returns>
    public string MakeFaulty(string fault)
    {
        string name = fault.Replace(' ', '-');
        switch (fault)
        {
            case "wrong name":
                Sign(name, "ca", "DNS:other.example");
                break;
            case "expired":
                Sign(name, "ca", Ours, days: -1);
                break;
            default:
                Sign(name, "stranger", Ours);
                break;
        }

        return name;
    }

    public void Dispose() => _folder.Dispose();

    private void MakeAuthority(string name) => Run([
        "req", "-x509", "-newkey", .. _newKey, "-nodes", "-days", "365",
        "-keyout", $"{name}.key", "-out", $"{name}.crt", "-subj", $"/CN={name}",
        "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
    ]);

    private void Sign(string name, string authority, string names, int days = 365)
    {
        _folder.Write($"{name}.ext", $"subjectAltName={names}\nextendedKeyUsage=serverAuth,clientAuth\nbasicConstraints=CA:FALSE\n");
        Run(["req", "-newkey", .. _newKey, "-nodes", "-keyout", $"{name}.key", "-out", $"{name}.csr", "-subj", $"/CN={name}"]);
        Run(
            "x509", "-req", "-in", $"{name}.csr", "-CA", $"{authority}.crt", "-CAkey", $"{authority}.key", "-CAcreateserial",
            "-out", $"{name}.crt", "-extfile", $"{name}.ext", "-days", $"{days}");
    }

    private void Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Repository.Existing("openssl", OpenSsl), arguments)
        {
            WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}: {error}");
        }
    }
}
