using Collector.Delivery;
using Collector.Wire;

namespace Collector.Tests.Delivery;

public sealed class DestinationUriTests
{
    [Test]
    [Arguments("graphite://carbon", "Graphite carbon 2003 0 Graphite")]
    [Arguments("graphite://carbon:2013/", "Graphite carbon 2013 0 Graphite")]
    [Arguments("GRAPHITE://carbon", "Graphite carbon 2003 0 Graphite")]
    [Arguments("graphite://10.1.2.3:1", "Graphite 10.1.2.3 1 0 Graphite")]
    [Arguments("graphite://[::1]", "Graphite ::1 2003 0 Graphite")]
    [Arguments("graphite+udp://[fe80::1]:65535", "GraphiteUdp fe80::1 65535 1432 Graphite")]
    [Arguments("statsd://s", "Statsd s 8125 1432 Statsd")]
    [Arguments("statsd://s?packet=512", "Statsd s 8125 512 Statsd")]
    [Arguments("statsd+tcp://s", "StatsdTcp s 8125 0 Statsd")]
    [Arguments("stdout:", "Stdout  0 0 Graphite")]
    [Arguments("stdout:?format=statsd", "Stdout  0 0 Statsd")]
    public async Task An_address_says_where_and_how(string text, string expected)
    {
        DestinationOptions options = Parse(text);

        await Assert.That($"{options.Scheme} {options.Receivers.FirstOrDefault()?.Host} {options.Receivers.FirstOrDefault()?.Port ?? 0} {options.MaxPacket} {options.Wire}")
            .IsEqualTo(expected);
    }

    [Test]
    public async Task A_query_says_what_lines_are_called()
    {
        DestinationOptions options = Parse("graphite://c?names=metcollect&prefix=a.b.&host=web%201");

        await Assert.That(options.Names).IsEqualTo(NameSet.Metcollect);
        await Assert.That(options.Prefix).IsEqualTo("a.b.");
        await Assert.That(options.HostName).IsEqualTo("web 1");
        await Assert.That(options.Label).IsEqualTo(options.Text);
    }

    [Test]
    public async Task Without_a_query_nothing_is_said_about_names()
    {
        DestinationOptions options = Parse("graphite://c?prefix=");

        await Assert.That(options.Names).IsNull();
        await Assert.That(options.HostName).IsNull();
        await Assert.That(options.Prefix).IsEqualTo("");
    }

    [Test]
    public async Task Fractions_may_come_before_the_format_that_allows_them()
    {
        await Assert.That(Parse("stdout:?fractions=true&format=statsd").Fractions).IsTrue();
        await Assert.That(Parse("graphite://c?rates=true&names=collectd") is { Rates: true, Names: NameSet.Collectd }).IsTrue();
        await Assert.That(Parse("graphite://c?rates=false").Rates).IsFalse();
    }

    [Test]
    public async Task A_file_has_a_whole_path()
    {
        await Assert.That(Parse("file:///var/tmp/a%20b.txt").Path).IsEqualTo("/var/tmp/a b.txt");
    }

    [Test]
    [Arguments("", "'' has no scheme: a destination looks like graphite://carbon:2003")]
    [Arguments("carbon:2003", "'carbon:2003' has no scheme: a destination looks like graphite://carbon:2003")]
    [Arguments("grafite://c", "'grafite://c': unknown scheme 'grafite'; did you mean 'graphite'?")]
    [Arguments("http://c", "'http://c': unknown scheme 'http'; there are graphite, graphite+udp, graphite+tls, graphite+pickle, statsd, statsd+tcp, stdout, file")]
    [Arguments("graphite:c", "'graphite:c': two slashes and a host follow the scheme, as in graphite://carbon:2003")]
    [Arguments("statsd://", "'statsd://' names no host; it looks like statsd://statsd:8125")]
    [Arguments("graphite://:2003", "'graphite://:2003' names no host; it looks like graphite://carbon:2003")]
    [Arguments("graphite://c:", "'graphite://c:': '' is no port; a port is a number from 1 to 65535")]
    [Arguments("graphite://c:0", "'graphite://c:0': '0' is no port; a port is a number from 1 to 65535")]
    [Arguments("graphite://c:65536", "'graphite://c:65536': '65536' is no port; a port is a number from 1 to 65535")]
    [Arguments("graphite://c:2O03", "'graphite://c:2O03': '2O03' is no port; a port is a number from 1 to 65535")]
    [Arguments("graphite://::1", "'graphite://::1': an IPv6 address stands in brackets, as in [::1]:2003")]
    [Arguments("graphite://[::1", "'graphite://[::1': the bracket before the address is never closed")]
    [Arguments("graphite://[::1]x", "'graphite://[::1]x': after the bracket only a port may follow, as in [::1]:2003")]
    [Arguments("graphite://c/x", "'graphite://c/x': '/x' does not belong here; a destination ends with its port, as in graphite://carbon:2003")]
    [Arguments("stdout", "'stdout': standard output is written stdout:")]
    [Arguments("file://var/x", "'file://var/x': a file is written with its whole path, as in file:///var/tmp/metrics.txt")]
    [Arguments("graphite://c?name=native", "'graphite://c?name=native': unknown key 'name'; did you mean 'names'?")]
    [Arguments("graphite://c?names", "'graphite://c?names': 'names' has no value")]
    [Arguments("graphite://c?host=a&host=b", "'graphite://c?host=a&host=b': 'host' is given twice")]
    [Arguments("graphite://c?host=", "'graphite://c?host=': 'host' is empty; leave it out for this host's own name")]
    [Arguments("graphite://c?names=metcolect", "'graphite://c?names=metcolect': there is no name set 'metcolect'; did you mean 'metcollect'?")]
    [Arguments("graphite://c?prefix=a b", "'graphite://c?prefix=a b': 'prefix': 'a b' has a character that receivers do not keep ('U+0020'); use letters, digits, '.', '_' and '-'")]
    [Arguments("graphite://c?packet=600", "'graphite://c?packet=600': 'packet' is for datagrams only; this destination is a stream")]
    [Arguments("statsd://c?packet=511", "'statsd://c?packet=511': 'packet' is '511'; it may be 512 to 65507 bytes")]
    [Arguments("graphite://c?fractions=true", "'graphite://c?fractions=true': 'fractions' is for StatsD only; Graphite always takes them")]
    [Arguments("graphite://c?rates=1", "'graphite://c?rates=1': 'rates' is '1'; it may be true or false")]
    [Arguments("statsd://c?rates=true&fractions=true", "'statsd://c?rates=true&fractions=true': 'rates' sends gauges, and 'fractions' is for counters; leave one of them out")]
    [Arguments("statsd://c?fractions=yes", "'statsd://c?fractions=yes': 'fractions' is 'yes'; it may be true or false")]
    [Arguments("statsd://c?format=graphite", "'statsd://c?format=graphite': 'format' is for stdout: and file: only; the scheme says it here")]
    [Arguments("stdout:?format=json", "'stdout:?format=json': unknown format 'json'; there are graphite, statsd")]
    public async Task A_fault_is_told_in_one_sentence(string text, string sentence)
    {
        bool isParsed = DestinationUri.TryParse(text, out _, out string? error);

        await Assert.That(isParsed).IsFalse();
        await Assert.That(error).IsEqualTo(sentence);
    }

    private static DestinationOptions Parse(string text) =>
        DestinationUri.TryParse(text, out DestinationOptions? options, out string? error)
            ? options
            : throw new ArgumentException(error);
}
