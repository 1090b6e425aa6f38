using System.Net;
using System.Net.Sockets;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Verification;

namespace Collector.Tests.Verification;

public sealed class ProbeTests
{
    [Test]
    [Arguments("web-1.example.org", "Passed")]
    [Arguments("ubuntu-builder-7", "Passed")]
    [Arguments("localhost", "Failed")]
    [Arguments("localhost.localdomain", "Failed")]
    [Arguments("", "Failed")]
    [Arguments("WIN-3F8K2L9Q1AB", "Warned")]
    [Arguments("win2022-template", "Warned")]
    [Arguments("packer-64f0c1", "Warned")]
    [Arguments("debian", "Warned")]
    public async Task A_name_is_told_from_those_of_images(string name, string status) =>
        await Assert.That(HostNameProbe.Run(name).Status.ToString()).IsEqualTo(status);

    [Test]
    [Arguments("\"C:\\Program Files\\Collector\\collector.exe\" run", true)]
    [Arguments("C:\\collector\\collector.exe run --config C:\\a b.json", true)]
    [Arguments("C:\\Program Files\\Collector\\collector.exe run", false)]
    public async Task A_path_with_blanks_has_to_be_quoted(string command, bool isRight) =>
        await Assert.That(ServiceProbe.FaultOfPath(command) is null).IsEqualTo(isRight);

    [Test]
    public async Task A_clock_before_this_program_was_made_is_wrong()
    {
        await Assert.That(ClockProbe.Run(DateTimeOffset.UnixEpoch, null).Status).IsEqualTo(CheckStatus.Failed);
        await Assert.That(ClockProbe.Run(DateTimeOffset.UtcNow, null).Status).IsEqualTo(CheckStatus.Passed);
    }

    [Test]
    public async Task A_spool_is_looked_at_and_not_made()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("spool");
        CheckResult good = SpoolProbe.Run(new() { Spool = path, SpoolBytes = 1 });
        CheckResult full = SpoolProbe.Run(new() { Spool = path, SpoolBytes = long.MaxValue });
        CheckResult isFile = SpoolProbe.Run(new() { Spool = folder.Write("file", "") });

        await Assert.That(good.Status).IsEqualTo(CheckStatus.Passed);
        await Assert.That(full.Status).IsEqualTo(CheckStatus.Warned);
        await Assert.That(isFile.Status).IsEqualTo(CheckStatus.Failed);
        await Assert.That(SpoolProbe.Run(new()).Status).IsEqualTo(CheckStatus.Skipped);
        await Assert.That(Directory.Exists(path)).IsFalse();
    }

    [Test]
    public async Task A_receiver_that_reads_to_the_end_passes()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task reading = Task.Run(async () =>
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            await client.GetStream().CopyToAsync(Stream.Null);
        });
        CheckResult result = Ask($"graphite://127.0.0.1:{PortOf(listener)}");
        await reading;

        await Assert.That(result.Status).IsEqualTo(CheckStatus.Passed);
        await Assert.That(result.Message).StartsWith("read to our end within ");
    }

    [Test]
    public async Task A_receiver_that_accepts_and_does_not_read_is_told()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        CheckResult result = Ask($"graphite://127.0.0.1:{PortOf(listener)}");
        CheckResult byTime = Ask($"graphite://127.0.0.1:{PortOf(listener)}?ack=none");

        await Assert.That(result.Status).IsEqualTo(CheckStatus.Warned);
        await Assert.That(result.Mend).Contains("ack=none");
        await Assert.That(byTime.Status).IsEqualTo(CheckStatus.Passed);
    }

    [Test]
    [Arguments("graphite")]
    [Arguments("statsd+tcp")]
    [Arguments("statsd")]
    [Arguments("graphite+udp")]
    public async Task A_receiver_that_is_not_there_fails(string scheme)
    {
        CheckResult result = Ask($"{scheme}://127.0.0.1:{Ports.Free()}");

        await Assert.That(result.Status).IsEqualTo(CheckStatus.Failed);
        await Assert.That(result.Message).Contains("Connection refused");
    }

    [Test]
    public async Task Each_receiver_of_a_destination_is_asked()
    {
        Settings settings = new() { Destinations = [Parse($"graphite://127.0.0.1:{Ports.Free()}:a,127.0.0.1:{Ports.Free()}:b?policy=hash")] };

        await Assert.That(DestinationProbe.Run(settings).Count()).IsEqualTo(2);
    }

    [Test]
    public async Task A_listening_datagram_port_is_sent_nothing_that_means_anything()
    {
        using Socket receiver = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        CheckResult result = Ask($"statsd://127.0.0.1:{((IPEndPoint)receiver.LocalEndPoint!).Port}");

        await Assert.That(result.Status).IsEqualTo(CheckStatus.Passed);
        await Assert.That(receiver.Receive(new byte[10])).IsEqualTo(0);
    }

    private static CheckResult Ask(string uri) => DestinationProbe.Run(new() { Destinations = [Parse(uri)] }).Single();

    private static DestinationOptions Parse(string uri) =>
        DestinationUri.TryParse(uri, out DestinationOptions? options, out string? error) ? options : throw new InvalidOperationException(error);

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
