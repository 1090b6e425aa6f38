namespace Collector.EndToEnd.Tests;

/// <summary>Real carbon behind a real stunnel; a file beside it says what there was to deliver.</summary>
public sealed class TlsDeliveryTests
{
    [Test]
    [Arguments("localhost", false)]
    [Arguments("127.0.0.1", true)]
    public async Task Every_point_reaches_carbon_behind_TLS(string host, bool asks)
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using Stunnel stunnel = await Stunnel.Start(certificates, carbon.Port, asks: asks);
        string own = asks ? $"&cert={certificates.FileOf("client.crt")}&key={certificates.FileOf("client.key")}" : "";
        await using ChildProcess collector = Start(
            $"graphite+tls://{host}:{stunnel.Port}?ca={certificates.Authority}&rotate=2s{own}", file);

        await Wait.Until("11 ticks", () => Point.Stamps(file).Length >= 11, seconds: 30);
        int threads = Directory.GetDirectories($"/proc/{collector.Id}/task").Length;
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        IReadOnlyList<Point> sent = Point.Read(file);
        await Wait.Until("carbon stores the last tick", () => carbon.Missing(sent).Length == 0, seconds: 10);
        await Assert.That(exitCode).IsEqualTo(0).Because(collector.Error);
        await Assert.That(carbon.Metrics().SelectMany(metric => carbon.Read(metric)).Count()).IsEqualTo(sent.Count);

        // Each of the ends in between was acknowledged: nothing was ever in doubt. And TLS has no thread of its own.
        await Assert.That(collector.Error).DoesNotContain("again");
        await Assert.That(threads).IsEqualTo(3);
    }

    [Test]
    [Arguments("wrong name", "its certificate is for 'other.example', not for 'localhost'")]
    [Arguments("expired", "its certificate expired on ")]
    [Arguments("unknown authority", "its certificate is signed by 'stranger', which is not trusted")]
    public async Task A_receiver_that_shows_a_faulty_certificate_gets_nothing(string fault, string reason)
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new();
        string file = folder.File("sent.txt");
        using LineReceiver receiver = new(Ports.Free());
        await using Stunnel stunnel = await Stunnel.Start(certificates, receiver.Port, certificates.MakeFaulty(fault));
        await using ChildProcess collector = Start($"graphite+tls://localhost:{stunnel.Port}?ca={certificates.Authority}", file);

        await Wait.Until("three ticks", () => Point.Stamps(file).Length >= 3);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(collector.Error).Contains($"cannot connect: {reason}");
        await Assert.That(receiver.Text).IsEqualTo("");
    }

    [Test]
    public async Task An_authority_that_nobody_knows_is_not_trusted_without_being_named()
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new();
        string file = folder.File("sent.txt");
        using LineReceiver receiver = new(Ports.Free());
        await using Stunnel stunnel = await Stunnel.Start(certificates, receiver.Port);
        await using ChildProcess collector = Start($"graphite+tls://localhost:{stunnel.Port}", file);

        await Wait.Until("three ticks", () => Point.Stamps(file).Length >= 3);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(collector.Error).Contains("signed by 'ca', which is not trusted here; name its authority with ca=FILE");
        await Assert.That(receiver.Text).IsEqualTo("");
    }

    [Test]
    public async Task A_receiver_that_wants_a_certificate_of_ours_says_so()
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new();
        string file = folder.File("sent.txt");
        using LineReceiver receiver = new(Ports.Free());
        await using Stunnel stunnel = await Stunnel.Start(certificates, receiver.Port, asks: true);
        await using ChildProcess collector = Start($"graphite+tls://localhost:{stunnel.Port}?ca={certificates.Authority}", file);

        await Wait.Until("three ticks", () => Point.Stamps(file).Length >= 3);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(collector.Error).Contains("name one with cert=FILE and key=FILE");
        await Assert.That(receiver.Text).IsEqualTo("");
    }

    [Test]
    public async Task A_certificate_that_is_renewed_is_read_at_the_next_connection()
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new();
        string file = folder.File("sent.txt");
        string authority = folder.File("ca.pem");
        File.Copy(certificates.FileOf("stranger.crt"), authority);
        await using CarbonCache carbon = await CarbonCache.Start();
        await using Stunnel stunnel = await Stunnel.Start(certificates, carbon.Port);
        await using ChildProcess collector = Start($"graphite+tls://localhost:{stunnel.Port}?ca={authority}", file);
        await Wait.Until("it is refused", () => collector.Error.Contains("is not trusted", StringComparison.Ordinal));

        File.Copy(certificates.Authority, authority, overwrite: true);
        await Wait.Until("a point", () => carbon.Metrics().Length > 0, seconds: 30);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0).Because(collector.Error);
        await Wait.Until("carbon stores everything", () => carbon.Missing(Point.Read(file)).Length == 0, seconds: 10);
    }

    [Test]
    public async Task A_file_that_is_missing_is_told_before_anything_is_measured()
    {
        CommandResult result = await PublishedCollector.Run("run", "--to", "graphite+tls://carbon?ca=/missing.pem");

        await Assert.That(result.ExitCode).IsEqualTo(64);
        await Assert.That(result.Error).IsEqualTo(
            "collector: --to: 'graphite+tls://carbon?ca=/missing.pem': 'ca': cannot read '/missing.pem': No such file or directory (2)\n");
    }

    [Test]
    public async Task Who_does_not_use_TLS_does_not_load_it()
    {
        using LineReceiver receiver = new(Ports.Free());
        await using ChildProcess collector = PublishedCollector.Start("run", "--to", $"graphite://localhost:{receiver.Port}", "--interval", "1s");
        await Wait.Until("lines", () => receiver.Text.Length > 0);
        string mapped = await File.ReadAllTextAsync($"/proc/{collector.Id}/maps");

        await Assert.That(mapped).DoesNotContain("libssl");
        await Assert.That(mapped).DoesNotContain("libcrypto");
        await Assert.That(Directory.GetDirectories($"/proc/{collector.Id}/task").Length).IsEqualTo(3);
    }

    private static ChildProcess Start(string destination, string file) => PublishedCollector.Start(
        "run", "--to", destination, "--to", $"file://{file}", "--interval", "1s", "--host", "h", "--prefix", "p.", "--phase", "0s");
}
