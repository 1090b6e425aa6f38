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
    [Arguments("graphite+tls://c", "GraphiteTls c 2003 0 Graphite")]
    [Arguments("graphite+pickle://c", "GraphitePickle c 2004 0 Graphite")]
    [Arguments("statsd://s", "Statsd s 8125 1432 Statsd")]
    [Arguments("statsd://s?packet=512", "Statsd s 8125 512 Statsd")]
    [Arguments("statsd+tcp://s", "StatsdTcp s 8125 0 Statsd")]
    [Arguments("stdout:", "Stdout  0 Graphite")]
    [Arguments("stdout:?format=statsd", "Stdout  0 Statsd")]
    public async Task An_address_says_where_and_how(string text, string expected)
    {
        DestinationOptions options = Parse(text);

        string receivers = string.Join(',', options.Receivers.Select(static receiver => $"{receiver.Host} {receiver.Port}"));

        await Assert.That($"{options.Scheme} {receivers} {options.MaxPacket} {options.Wire}").IsEqualTo(expected);
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
    [Arguments("graphite://a,b", "a 2003 | b 2003")]
    [Arguments("graphite://a:2013,b,[::1]:2023/", "a 2013 | b 2003 | ::1 2023")]
    [Arguments("graphite+pickle://a,b:1", "a 2004 | b 1")]
    [Arguments("graphite+tls://a,a:1", "a 2003 | a 1")]
    [Arguments("graphite://a:2003:one,a:2013:t.W-o_2,b,[::1]:2003:three?policy=hash", "a 2003 one | a 2013 t.W-o_2 | b 2003 | ::1 2003 three")]
    public async Task Several_receivers_have_commas_between_them(string text, string expected)
    {
        IEnumerable<string> receivers = Parse(text).Receivers
            .Select(static receiver => $"{receiver.Host} {receiver.Port} {receiver.Instance}".TrimEnd());

        await Assert.That(string.Join(" | ", receivers)).IsEqualTo(expected);
    }

    [Test]
    [Arguments("", "Failover 1 True False")]
    [Arguments("policy=failover", "Failover 1 True False")]
    [Arguments("policy=any", "Any 1 True False")]
    [Arguments("policy=hash", "Hash 1 True False")]
    [Arguments("replicas=2&policy=hash", "Hash 2 True False")]
    [Arguments("policy=hash&replicas=3&diverse=false&down=reroute", "Hash 3 False True")]
    [Arguments("policy=hash&diverse=true&down=spool", "Hash 1 True False")]
    public async Task The_policy_says_who_gets_what(string query, string expected)
    {
        DestinationOptions options = Parse($"graphite://a,b,c?{query}");

        await Assert.That($"{options.Policy} {options.Ring.Replicas} {options.Ring.Diverse} {options.Ring.Reroutes}").IsEqualTo(expected);
    }

    [Test]
    [Arguments("graphite://a", "60 True 300 20")]
    [Arguments("graphite://a?rotate=1s&ack=close&replay=0&pace=0", "1 True 0 0")]
    [Arguments("graphite+tls://a?rotate=1h&ack=none&replay=1h&pace=1000", "3600 False 3600 1000")]
    [Arguments("graphite+pickle://a?rotate=90&replay=90s", "90 True 90 20")]
    public async Task A_query_says_how_lines_are_acknowledged(string text, string expected)
    {
        DestinationOptions options = Parse(text);

        await Assert.That($"{options.Rotate.TotalSeconds} {options.AcknowledgedByClose} {options.Replay.TotalSeconds} {options.Pace}")
            .IsEqualTo(expected);
    }

    [Test]
    public async Task A_query_names_the_files_of_a_TLS_connection()
    {
        TlsFiles files = Parse("graphite+tls://a?ca=/etc/own%20ca.pem&cert=host.crt&key=host.key").Tls;

        await Assert.That(files).IsEqualTo(new TlsFiles("/etc/own ca.pem", "host.crt", "host.key"));
        await Assert.That(Parse("graphite+tls://a").Tls).IsEqualTo(TlsFiles.System);
    }

    [Test]
    [Arguments("statsd://a,b", "several receivers are for graphite, graphite+tls and graphite+pickle only; make each a destination of its own")]
    [Arguments("graphite+udp://a,b", "several receivers are for graphite, graphite+tls and graphite+pickle only; make each a destination of its own")]
    [Arguments("graphite://a,,b", "one of the receivers is empty; there is a comma too many")]
    [Arguments("graphite://a,", "one of the receivers is empty; there is a comma too many")]
    [Arguments("graphite://a,b:2003,A", "the receiver 'A' is there twice")]
    [Arguments("graphite://a:1:x,a:1:y?policy=hash", "the receiver 'a:1:y' is there twice")]
    [Arguments("graphite://a,b:0", "'0' is no port; a port is a number from 1 to 65535")]
    [Arguments("graphite://a,fe80::1", "an IPv6 address stands in brackets, as in [::1]:2003")]
    [Arguments("graphite://a,2001:db8:0:1", "an IPv6 address stands in brackets, as in [::1]:2003")]
    [Arguments("graphite://a,b/x", "'/x' does not belong here; a destination ends with its port, as in graphite://carbon:2003")]
    [Arguments("graphite://a:1:,b?policy=hash", "'' is no name of an instance; it has letters, digits, '.', '_' and '-'")]
    [Arguments("graphite://a:1:x'y,b?policy=hash", "'x'y' is no name of an instance; it has letters, digits, '.', '_' and '-'")]
    [Arguments("graphite://a:1:x", "'x' names an instance, which is for policy=hash only; leave it out")]
    [Arguments("graphite://a,b:1:x?policy=any", "'x' names an instance, which is for policy=hash only; leave it out")]
    [Arguments("graphite://a,a:1?policy=hash", "the ring tells receivers apart by host and instance, and those on 'a' are alike; give each the name that carbon's relays know, as in a:2003:a")]
    [Arguments("graphite://a?policy=any", "'policy' is for several receivers, and there is one; write them with commas between, as in graphite://a:2003,b:2003")]
    [Arguments("statsd://a?policy=any", "'policy' is for graphite, graphite+tls and graphite+pickle only")]
    [Arguments("graphite://a,b?policy=first", "'policy' is 'first'; it may be failover, any or hash")]
    [Arguments("graphite://a,b?replicas=2", "'replicas' is for policy=hash only")]
    [Arguments("graphite://a,b?diverse=true&policy=any", "'diverse' is for policy=hash only")]
    [Arguments("graphite://a,b?down=spool", "'down' is for policy=hash only")]
    [Arguments("graphite://a,b?policy=hash&down=wait", "'down' is 'wait'; it may be spool or reroute")]
    [Arguments("graphite://a,b?policy=hash&diverse=1", "'diverse' is '1'; it may be true or false")]
    [Arguments("graphite://a,b?policy=hash&replicas=0", "'replicas' is '0'; it may be 1 to 2, the number of receivers")]
    [Arguments("graphite://a,b?policy=hash&replicas=3&diverse=false", "'replicas' is 3, and there are 2 receivers")]
    [Arguments("graphite://a,b?policy=hash&replicas=3", "'replicas' is 3, and there are 2 receivers")]
    [Arguments("graphite://a:1:x,a:2:y?policy=hash&replicas=2", "'replicas' is 2, and the receivers are on 1 host; name more hosts, or let them be on one with diverse=false")]
    [Arguments("graphite://a:1:x,a:2:y,b?policy=hash&replicas=3", "'replicas' is 3, and the receivers are on 2 hosts; name more hosts, or let them be on one with diverse=false")]
    [Arguments("graphite://a?rotate=500ms", "'rotate' is '500ms'; it may be 1s to 1h")]
    [Arguments("graphite://a?rotate=61m", "'rotate' is '61m'; it may be 1s to 1h")]
    [Arguments("graphite://a?rotate=often", "'rotate' is 'often'; write a time such as 30s or 5m")]
    [Arguments("graphite://a?replay=2h", "'replay' is '2h'; it may be 0 to 1h")]
    [Arguments("graphite://a?pace=1001", "'pace' is '1001'; it may be 0 to 1000 times the live rate (0 for no limit)")]
    [Arguments("graphite://a?ack=yes", "'ack' is 'yes'; it may be close or none")]
    [Arguments("statsd+tcp://a?rotate=60s", "'rotate' is for graphite, graphite+tls and graphite+pickle only")]
    [Arguments("graphite+udp://a?ack=none", "'ack' is for graphite, graphite+tls and graphite+pickle only")]
    [Arguments("file:///tmp/x?replay=1m", "'replay' is for graphite, graphite+tls and graphite+pickle only")]
    [Arguments("stdout:?pace=1", "'pace' is for graphite, graphite+tls and graphite+pickle only")]
    [Arguments("graphite://a?ca=x", "'ca' is for graphite+tls only")]
    [Arguments("graphite+pickle://a?key=x", "'key' is for graphite+tls only")]
    [Arguments("graphite+tls://a?ca=", "'ca' names no file")]
    [Arguments("graphite+tls://a?cert=x", "'cert' is of no use without its private key; name that too, as in key=host.key")]
    [Arguments("graphite+tls://a?key=x", "'key' is of no use without its certificate; name that too, as in cert=host.crt")]
    public async Task What_does_not_apply_is_told_in_one_sentence(string text, string sentence)
    {
        bool isParsed = DestinationUri.TryParse(text, out _, out string? error);

        await Assert.That(isParsed).IsFalse();
        await Assert.That(error).IsEqualTo($"'{text}': {sentence}");
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
    [Arguments("graphite://c?names=metcolect", "'graphite://c?names=metcolect': 'names' cannot be used: there is no name set 'metcolect'; did you mean 'metcollect'?")]
    [Arguments("graphite://c?prefix=a b", "'graphite://c?prefix=a b': 'prefix' cannot be used: 'a b' has a character that receivers do not keep ('U+0020'); use letters, digits, '.', '_' and '-'")]
    [Arguments("graphite://c?packet=600", "'graphite://c?packet=600': 'packet' is for datagrams only; this destination is a stream")]
    [Arguments("statsd://c?packet=511", "'statsd://c?packet=511': 'packet' is '511'; it may be 512 to 65507 bytes")]
    [Arguments("graphite://c?fractions=true", "'graphite://c?fractions=true': 'fractions' is for StatsD only; Graphite always takes them")]
    [Arguments("graphite://c?rates=1", "'graphite://c?rates=1': 'rates' is '1'; it may be true or false")]
    [Arguments("statsd://c?rates=true&fractions=true", "'statsd://c?rates=true&fractions=true': 'rates' sends gauges, and 'fractions' is for counters; leave one of them out")]
    [Arguments("statsd://c?fractions=yes", "'statsd://c?fractions=yes': 'fractions' is 'yes'; it may be true or false")]
    [Arguments("statsd://c?format=graphite", "'statsd://c?format=graphite': 'format' is for stdout: and file: only; the scheme says it here")]
    [Arguments("stdout:?format=json", "'stdout:?format=json': 'format' is 'json'; it may be graphite or statsd")]
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
