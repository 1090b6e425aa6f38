using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>Who sends to <c>collector tail</c>: by either family, several at once, too much, or only half of it.</summary>
public sealed class TailSenderTests
{
    /// <summary>What carbon takes of a line, its end left out.</summary>
    private const int MaxLine = 16384;

    private static readonly long s_now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    [Test]
    public async Task At_all_addresses_of_IPv6_those_of_IPv4_are_taken_too_and_senders_are_named_by_theirs()
    {
        Skip.Unless(Socket.OSSupportsIPv6, "This host has no IPv6.");
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", "0", "--bind", "::");
        using TailClient six = await TailClient.Connect(tail, "Graphite", IPAddress.IPv6Loopback);
        using TailClient four = await TailClient.Connect(tail, "Graphite");
        six.Send($"six.a 1 {s_now}\nsix.b\n");
        six.End();
        four.Send($"four.a 1 {s_now}\nfour.b\n");
        four.End();
        using UdpClient udp = new(AddressFamily.InterNetworkV6);
        int port = await TailTests.PortOf(tail, "Graphite");
        udp.Send(Encoding.ASCII.GetBytes($"six.c 1 {s_now}\nsix.d\n"), new IPEndPoint(IPAddress.IPv6Loopback, port));
        await Wait.Until("the datagram", () => tail.Error.Contains("six.d", StringComparison.Ordinal));
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(tail.Output).IsEqualTo($"six.a 1 {s_now}\nfour.a 1 {s_now}\nsix.c 1 {s_now}\n");
        await Assert.That(tail.Error).Contains($"listening for Graphite on [::]:{port} (TCP, UDP)\n");
        await Assert.That(tail.Error).Matches(@"\n[^\n]* \[::1\]:\d+: line 2: 'six\.b' ");
        await Assert.That(tail.Error).Matches(@"\n[^\n]* 127\.0\.0\.1:\d+: line 2: 'four\.b' ");
        await Assert.That(tail.Error).Matches(@"\n[^\n]* \[::1\]:\d+ \(UDP\): line 2: 'six\.d' ");
    }

    [Test]
    [Arguments(false, 0)]
    [Arguments(true, 1)]
    public async Task What_only_another_server_minds_fails_where_it_is_strict(bool isStrict, int exitCode)
    {
        await using ChildProcess tail = PublishedCollector.Start(["tail", "--graphite", "0", .. isStrict ? (string[])["--strict"] : []]);
        using TailClient client = await TailClient.Connect(tail, "Graphite");
        client.Send($"a.b .5 {s_now}\na.c .5 {s_now}\na.d 1 {s_now}\n");
        client.End();
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(exitCode);
        await Assert.That(tail.Output).IsEqualTo(isStrict ? $"a.d 1 {s_now}\n" : $"a.b .5 {s_now}\na.c .5 {s_now}\na.d 1 {s_now}\n");
        await Assert.That(tail.Error.Split("has a number that carbon reads").Length - 1).IsEqualTo(isStrict ? 2 : 1);
        await Assert.That(tail.Error).Contains($"{(isStrict ? 2 : 0)} malformed");
    }

    [Test]
    public async Task A_line_that_is_too_long_is_told_by_its_beginning_and_those_around_it_are_taken()
    {
        string stamp = $" 1 {s_now}";
        string longest = $"{Nodes(MaxLine - stamp.Length)}{stamp}";
        string longer = $"{Nodes(MaxLine + 1 - stamp.Length)}{stamp}";
        string huge = $"huge.{new string('x', 3_000_000)}{stamp}";
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", "0");
        using TailClient client = await TailClient.Connect(tail, "Graphite");
        client.Send($"{longest}\n{longer}\nbetween.a{stamp}\n{huge}\nbehind.a{stamp}\n{huge}");
        bool isAnswered = client.End();
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(isAnswered).IsTrue();
        await Assert.That(tail.Output == $"{longest}\nbetween.a{stamp}\nbehind.a{stamp}\n").IsTrue().Because(tail.Error);
        await Assert.That(tail.Error).Matches(@": line 2: 'n\.n\.[n.]*…' is longer than 16384 bytes; ");
        await Assert.That(tail.Error).Matches(@": line 4: 'huge\.x*…' is longer than 16384 bytes; ");
        await Assert.That(tail.Error).Matches(@": line 6: 'huge\.x*…' is longer than 16384 bytes; ");
        await Assert.That(tail.Error).Contains("Graphite: 6 lines");
        await Assert.That(tail.Error.Length).IsLessThan(2000);
    }

    [Test]
    public async Task Two_who_send_at_once_do_not_mix_and_one_who_goes_in_the_middle_of_a_line_leaves_the_other_alone()
    {
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", "0");
        using TailClient one = await TailClient.Connect(tail, "Graphite");
        using TailClient other = await TailClient.Connect(tail, "Graphite");
        using TailClient gone = await TailClient.Connect(tail, "Graphite");
        one.Send("one.a 1 ");
        gone.Send($"gone.a 1 {s_now}\ngone.b 1");
        other.Send($"other.a 2 {s_now}\nother.b");
        await Wait.Until("lines of two", () => Has(tail, "gone.a") && Has(tail, "other.a"));
        gone.Reset();
        await Wait.Until("that it has gone", () => tail.Error.Contains("the connection broke", StringComparison.Ordinal));
        one.Send($"{s_now}\n");
        other.Send($" 3 {s_now}\n");
        bool[] answers = [one.End(), other.End()];
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(answers).IsEquivalentTo([true, true]);
        await Assert.That(tail.Output.Split('\n').Order()).IsEquivalentTo(
            ["", $"gone.a 1 {s_now}", $"one.a 1 {s_now}", $"other.a 2 {s_now}", $"other.b 3 {s_now}"]);
        await Assert.That(tail.Error).Contains("line 2: 'gone.b 1' has no line end");
        await Assert.That(tail.Error).Contains("Graphite: 5 lines, ");
        await Assert.That(tail.Error).Contains("3 connections, 1 malformed");
    }

    /// <summary>Names beyond ASCII, and pickles that cannot be read: real carbon is sent the same, and says what is right.</summary>
    [Test]
    public async Task Of_pickles_with_any_text_it_reads_the_names_that_carbon_stores()
    {
        const string Script = """
            import pickle, socket, struct, sys
            port, stamp = int(sys.argv[1]), int(sys.argv[2])
            messages = []
            for protocol in range(3):
                names = ['p%d.%s' % (protocol, name) for name in ('plain', 'é', '€', '\U0001f600', '\\u0041', 'a\\b')]
                messages.append(pickle.dumps([(name, (stamp, 1)) for name in names], protocol))
            for code in (b"S'py2.caf\\xc3\\xa9'\n", b'S"py2.it\'s"\n', b"S'py2.\\101'\n", b"S'bad.\\xe9'\n", b"S'bad.quotes\n", b'Vbad.\\u12\n',
                         b'U\x07py2.sho', b'T\x08\x00\x00\x00py2.long', b'U\x05bad.\xe9', b'X\x05\x00\x00\x00bad.\xe9'):
                messages.append(b'(lp0\n(' + code + b'(I%d\nF1.0\nttp2\na.' % stamp)
            caller = socket.create_connection(('127.0.0.1', port))
            for message in messages:
                caller.sendall(struct.pack('!L', len(message)) + message)
            caller.shutdown(socket.SHUT_WR)
            assert caller.recv(1) == b''
            """;
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess tail = PublishedCollector.Start("tail", "--pickle", "0");
        foreach (int port in (int[])[carbon.PicklePort, await TailTests.PortOf(tail, "pickles")])
        {
            await using ChildProcess python = new(PublishedCollector.StartInfo("/usr/bin/python3", ["-c", Script, $"{port}", $"{s_now}"]));
            await Assert.That(await python.Exit()).IsEqualTo(0).Because(python.Error);
        }

        tail.Send(Signal.Interrupt);
        await Assert.That(await tail.Exit()).IsEqualTo(1);
        string[] names = [.. Point.ParseAll(tail.Output).Select(static point => point.Path).Order(StringComparer.Ordinal)];
        await Wait.Until("carbon has stored as many", () => carbon.Metrics().Length >= names.Length);
        await Assert.That(names.Length).IsEqualTo(23);
        await Assert.That(string.Join('\n', carbon.Metrics())).IsEqualTo(string.Join('\n', names));
        await Assert.That(tail.Error.Split("carbon logs and skips it").Length - 1).IsEqualTo(5);
    }

    private static bool Has(ChildProcess tail, string name) => tail.Output.Contains(name, StringComparison.Ordinal);

    /// <summary>A name of so many bytes whose nodes are short enough.</summary>
    private static string Nodes(int length) =>
        string.Concat(Enumerable.Repeat("n.", length / 2))[..(length - 2)] + "nn";
}
