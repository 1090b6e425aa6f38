namespace Collector.EndToEnd.Tests;

/// <summary>A real stunnel, which speaks TLS for a server that does not.</summary>
internal sealed class Stunnel : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChildProcess _process;

    private Stunnel(CertificateFolder certificates, string shows, int port, bool asks)
    {
        string file = _folder.Write("stunnel.conf", $"""
            foreground = yes
            pid =
            syslog = no
            debug = notice
            [carbon]
            accept = 127.0.0.1:{Port}
            connect = 127.0.0.1:{port}
            cert = {certificates.FileOf(shows + ".crt")}
            key = {certificates.FileOf(shows + ".key")}
            sslVersionMin = TLSv1.2
            {(asks ? $"CAfile = {certificates.Authority}\nverifyChain = yes\nrequireCert = yes" : "")}

            """);
        _process = new(new(Repository.Existing("stunnel", "/usr/bin/stunnel4"), [file]));
    }

    public int Port { get; } = Ports.Free();

    /// <param name="certificates">Where its certificate is.</param>
    /// <param name="port">Whom it speaks for.</param>
    /// <param name="shows">The name of its certificate.</param>
    /// <param name="asks">Whether clients have to show one too.</param>
    public static async Task<Stunnel> Start(CertificateFolder certificates, int port, string shows = "server", bool asks = false)
    {
        Stunnel stunnel = new(certificates, shows, port, asks);
        await Wait.Until("stunnel listens", () => stunnel._process.HasExited || Ports.Answers(stunnel.Port));
        return stunnel._process.HasExited
            ? throw new InvalidOperationException($"stunnel ended at once:\n{stunnel._process.Error}")
            : stunnel;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
