using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Collector.Delivery;
using Collector.Polling;

namespace Collector.Tests.Delivery.Tls;

/// <summary>Against a TLS server in this process that shows good certificates and bad ones.</summary>
public sealed class TlsSocketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new("Test Authority");

    [Test]
    [Arguments(SslProtocols.Tls12)]
    [Arguments(SslProtocols.Tls13)]
    public async Task What_is_sent_arrives_and_the_notice_of_the_end_acknowledges_it(SslProtocols protocol)
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"), protocol);
        using TlsRig rig = Trusting("localhost", receiver.Port);
        SocketStatus connected = rig.Connect();
        rig.Send("a 1 2\n"u8.ToArray());
        SocketStatus before = rig.Socket.Look(PollEvents.Unknown);
        rig.Socket.EndSending();
        byte[] read = await receiver.ReadToEnd();
        await receiver.EndInOrder();

        await Assert.That(connected).IsEqualTo(SocketStatus.Done);
        await Assert.That(before).IsEqualTo(SocketStatus.Pending);
        await Assert.That(Encoding.ASCII.GetString(read)).IsEqualTo("a 1 2\n");
        await Assert.That(rig.End()).IsEqualTo(SocketStatus.Closed);
        await Assert.That(await receiver.AskedFor()).IsEqualTo("localhost");
    }

    [Test]
    public async Task An_address_is_held_against_the_addresses_of_the_certificate()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = Trusting("127.0.0.1", receiver.Port);

        await Assert.That(rig.Connect()).IsEqualTo(SocketStatus.Done);
    }

    [Test]
    public async Task A_connection_that_is_cut_is_no_end_in_good_order()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = Trusting("localhost", receiver.Port);
        rig.Connect();
        await receiver.Open();
        receiver.Cut();

        await Assert.That(rig.End()).IsEqualTo(SocketStatus.Failed);
        await Assert.That(rig.Socket.Trouble).IsEqualTo("the receiver cut the connection without an orderly end");
    }

    [Test]
    public async Task A_receiver_that_ends_in_order_without_being_asked_has_closed()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = Trusting("localhost", receiver.Port);
        rig.Connect();
        await receiver.EndInOrder();

        await Assert.That(rig.End()).IsEqualTo(SocketStatus.Closed);
    }

    [Test]
    public async Task Another_name_is_refused()
    {
        using X509Certificate2 other = _authority.Sign("other.example");
        await AssertRefused(other, "its certificate is for 'other.example', not for 'localhost'");
    }

    [Test]
    public async Task A_certificate_that_has_expired_is_refused()
    {
        using X509Certificate2 old = _authority.Sign("localhost", -3, -1);
        await AssertRefused(old, $"its certificate expired on {old.NotAfter.ToUniversalTime():yyyy-MM-dd}");
    }

    [Test]
    public async Task A_certificate_that_is_not_valid_yet_is_refused()
    {
        using X509Certificate2 early = _authority.Sign("localhost", 1, 2);
        await AssertRefused(
            early, $"its certificate is valid from {early.NotBefore.ToUniversalTime():yyyy-MM-dd} only; here it is {DateTime.UtcNow:yyyy-MM-dd}");
    }

    [Test]
    public async Task An_unknown_authority_is_refused()
    {
        using TestAuthority stranger = new("Stranger");
        using X509Certificate2 certificate = stranger.Sign("localhost");
        string file = _folder.Write("ca.pem", _authority.Pem);
        await AssertRefused(certificate, $"its certificate is signed by 'Stranger', which is not trusted: it is not in '{file}'");
    }

    [Test]
    public async Task An_authority_that_the_system_does_not_know_is_to_be_named()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = new("localhost", receiver.Port, TlsFiles.System);

        await Assert.That(rig.Connect()).IsEqualTo(SocketStatus.Failed);
        await Assert.That(rig.Socket.Trouble)
            .IsEqualTo("its certificate is signed by 'Test Authority', which is not trusted here; name its authority with ca=FILE");
    }

    [Test]
    [Arguments("220 mail.example ESMTP\r\n", "the receiver does not speak TLS")]
    [Arguments("", "the receiver ended the connection before TLS was agreed on; it may not speak TLS")]
    public async Task A_receiver_without_TLS_is_told_from_one_that_fails(string greeting, string reason)
    {
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using TlsRig rig = Trusting("localhost", ((IPEndPoint)listener.LocalEndPoint!).Port);
        using Socket connection = await listener.AcceptAsync();
        _ = rig.Socket.FinishConnect(PollEvents.Unknown);
        string missing = rig.Socket.Missing;
        connection.Send(Encoding.ASCII.GetBytes(greeting));
        connection.Shutdown(SocketShutdown.Send);

        await Assert.That(missing).IsEqualTo("no answer to a TLS handshake");
        await Assert.That(rig.Connect()).IsEqualTo(SocketStatus.Failed);
        await Assert.That(rig.Socket.Trouble).IsEqualTo(reason);
    }

    [Test]
    [Arguments(SslProtocols.Tls12)]
    [Arguments(SslProtocols.Tls13)]
    public async Task A_receiver_that_asks_for_a_certificate_gets_ours(SslProtocols protocol)
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"), protocol, asks: true);
        using X509Certificate2 own = _authority.Sign("client.example");
        TlsFiles files = new(
            _folder.Write("ca.pem", _authority.Pem),
            _folder.Write("own.pem", own.ExportCertificatePem()),
            _folder.Write("own.key", TestAuthority.KeyOf(own)));
        using TlsRig rig = new("localhost", receiver.Port, files);
        SocketStatus connected = rig.Connect();
        rig.Socket.EndSending();
        await receiver.ReadToEnd();

        await Assert.That(connected).IsEqualTo(SocketStatus.Done);
        await Assert.That(receiver.Shown).IsEqualTo("CN=client.example");
    }

    [Test]
    [Arguments(SslProtocols.Tls12)]
    [Arguments(SslProtocols.Tls13)]
    public async Task A_certificate_of_ours_that_is_missed_is_asked_for(SslProtocols protocol)
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"), protocol, asks: true);
        using TlsRig rig = Trusting("localhost", receiver.Port);

        // With TLS 1.3 the handshake is over for us before the receiver has judged it.
        SocketStatus status = rig.Connect();
        status = status == SocketStatus.Done ? rig.End() : status;

        await Assert.That(status).IsEqualTo(SocketStatus.Failed);
        await Assert.That(rig.Socket.Trouble).EndsWith("a certificate of ours: name one with cert=FILE and key=FILE");
    }

    [Test]
    public async Task A_slow_reader_holds_the_sender_back_and_loses_nothing()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = Trusting("localhost", receiver.Port);
        rig.Connect();
        byte[] sent = new byte[32 << 20];
        new Random(1).NextBytes(sent);
        int before = 0;
        while (rig.Socket.Send(sent.AsSpan(before), out int taken) == SocketStatus.Done || taken > 0)
        {
            before += taken;
        }

        Task<byte[]> reading = receiver.ReadToEnd();
        rig.Send(sent[before..]);
        rig.Socket.EndSending();

        await Assert.That(before).IsLessThan(sent.Length);
        await Assert.That((await reading).AsSpan().SequenceEqual(sent)).IsTrue();
    }

    [Test]
    public async Task Once_warm_sending_allocates_nothing()
    {
        using TlsReceiver receiver = new(_authority.Sign("localhost"));
        using TlsRig rig = Trusting("localhost", receiver.Port);
        rig.Connect();
        Task<byte[]> reading = receiver.ReadToEnd();
        byte[] lines = new byte[20_000];
        long allocated = 0;
        for (int tick = 0; tick < 50; tick++)
        {
            rig.Until(() => rig.Socket.Flush() == SocketStatus.Done);
            long start = GC.GetAllocatedBytesForCurrentThread();
            _ = rig.Socket.Look(PollEvents.Readable);
            _ = rig.Socket.Send(lines, out _);
            allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        }

        rig.Socket.EndSending();
        await reading;

        await Assert.That(allocated).IsEqualTo(0);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private async Task AssertRefused(X509Certificate2 certificate, string reason)
    {
        using TlsReceiver receiver = new(certificate);
        using TlsRig rig = Trusting("localhost", receiver.Port);

        await Assert.That(rig.Connect()).IsEqualTo(SocketStatus.Failed);
        await Assert.That(rig.Socket.Trouble).IsEqualTo(reason);
    }

    private TlsRig Trusting(string host, int port) => new(host, port, new(_folder.Write("ca.pem", _authority.Pem), null, null));
}
