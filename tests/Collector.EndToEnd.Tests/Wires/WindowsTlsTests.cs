namespace Collector.EndToEnd.Tests;

/// <summary>
/// The Windows executable under Wine, over SChannel as Wine plays it: that speaks TLS 1.2 at most, and keeps to itself
/// that the receiver has ended in good order.
/// </summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsTlsTests(WineHost wine)
{
    [Test]
    [Arguments("localhost")]
    [Arguments("127.0.0.1")]
    public async Task Every_point_reaches_carbon_behind_TLS(string host)
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new(isForWine: true);
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using Stunnel stunnel = await Stunnel.Start(certificates, carbon.Port);
        await using ChildProcess collector = Start(host, stunnel.Port, certificates, file);

        await Wait.Until("six ticks", () => Point.Stamps(file).Length >= 6, seconds: 30);
        collector.Send(Signal.Interrupt);

        await Assert.That(await collector.Exit()).IsEqualTo(0).Because(collector.Error);
        await Wait.Until("carbon stores everything", () => carbon.Missing(Point.Read(file)).Length == 0, seconds: 10);
    }

    [Test]
    [Arguments("wrong name", "its certificate is for 'other.example', not for 'localhost'")]
    [Arguments("expired", "its certificate expired on ")]
    [Arguments("unknown authority", "its certificate is signed by 'stranger', which is not trusted")]
    public async Task A_receiver_that_shows_a_faulty_certificate_gets_nothing(string fault, string reason)
    {
        using TemporaryFolder folder = new();
        using CertificateFolder certificates = new(isForWine: true);
        using LineReceiver receiver = new(Ports.Free());
        await using Stunnel stunnel = await Stunnel.Start(certificates, receiver.Port, certificates.MakeFaulty(fault));
        await using ChildProcess collector = Start("localhost", stunnel.Port, certificates, folder.File("sent.txt"));

        await Wait.Until("it is refused", () => collector.Error.Contains("cannot connect", StringComparison.Ordinal));
        collector.Send(Signal.Interrupt);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(collector.Error).Contains($"cannot connect: {reason}");
        await Assert.That(receiver.Text).IsEqualTo("");
    }

    private ChildProcess Start(string host, int port, CertificateFolder certificates, string file) => wine.Start(
        "run", "--to", $"graphite+tls://{host}:{port}?ca={WineHost.Drive(certificates.Authority)}&ack=none",
        "--to", $"file:///{WineHost.Drive(file)}", "--interval", "1s", "--host", "h", "--prefix", "p.", "--phase", "0s");
}
