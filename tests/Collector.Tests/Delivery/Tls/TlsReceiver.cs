using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Collector.Tests.Delivery.Tls;

/// <summary>A TLS server for one connection, on threads of its own.</summary>
internal sealed class TlsReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SslServerAuthenticationOptions _options;
    private readonly Task<SslStream> _stream;
    private TcpClient? _client;

    public TlsReceiver(X509Certificate2 certificate, SslProtocols protocols = SslProtocols.None, bool asks = false)
    {
        _options = new()
        {
            ServerCertificate = certificate,
            EnabledSslProtocols = protocols,
            ClientCertificateRequired = asks,
            CertificateChainPolicy = new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
            {
                Shown = shown?.Subject;
                return !asks || shown is not null;
            },
        };
        _listener.Start();
        _stream = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whose certificate the client showed.</summary>
    public string? Shown { get; private set; }

    /// <summary>The name that the client asked for.</summary>
    public async Task<string> AskedFor() => (await _stream).TargetHostName;

    /// <summary>Reads to the client's end.</summary>
    public async Task<byte[]> ReadToEnd()
    {
        SslStream stream = await _stream;
        using MemoryStream all = new();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    public async Task EndInOrder()
    {
        await (await _stream).ShutdownAsync();
        Cut();
    }

    /// <summary>Ends the connection without a word of TLS.</summary>
    public void Cut() => _client!.Client.Shutdown(SocketShutdown.Both);

    public async Task Open() => await _stream;

    public void Dispose()
    {
        _listener.Stop();
        _client?.Dispose();
    }

    private async Task<SslStream> Accept()
    {
        _client = await _listener.AcceptTcpClientAsync();
        SslStream stream = new(_client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(_options);
        }
        catch (Exception error) when (error is AuthenticationException or IOException or ObjectDisposedException)
        {
            // One of the two does not want the other: that is what the client is asked about. A server hangs up then.
            _client.Dispose();
        }

        return stream;
    }
}
