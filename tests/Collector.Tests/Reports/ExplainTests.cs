using Collector.Explaining;
using Collector.Metrics;
using Collector.Reports;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests.Reports;

public sealed class ExplainTests
{
    private static readonly WireNaming[] s_namings =
    [
        .. Enum.GetValues<NameSet>().Select(static names => Naming(names, WireKind.Graphite)),
        Naming(NameSet.Native, WireKind.Statsd),
    ];

    [Test]
    [Arguments("cpu[1].user", "column")]
    [Arguments("cpu[0].frequency", "instance file")]
    [Arguments("memory.total", "key")]
    [Arguments("tcp.retransmits", "header")]
    [Arguments("load.midterm", "first line")]
    [Arguments("memory.percent", "derived")]
    [Arguments("net_io[wlp3s0].bytes_sent", "delimiter")]
    [Arguments("clock.offset", "absent native")]
    [Arguments("cpu[0].dpc", "other platform")]
    [Arguments("disk_io[loop0].read_bytes", "left out by default")]
    [Arguments("collectd.fern.memory.memory-used", "path of several metrics")]
    public async Task The_way_of_a_metric_is_shown(string metric, string name)
    {
        await Verify(Explain("laptop", metric), parameters: name);
    }

    [Test]
    public async Task Native_rows_of_another_system_are_shown_by_their_fields()
    {
        await Verify(Explain("desktop", "cpu[0].system") + "\n" + Explain("desktop", "disk_usage[C:\\].free"));
    }

    [Test]
    public async Task A_line_of_kilobytes_is_shown_around_what_is_marked()
    {
        string text = "intr " + string.Join(' ', Enumerable.Range(1000, 500)) + " end";
        string[] quoted = QuotedLine.Of(text, text.IndexOf("1250", StringComparison.Ordinal)..(text.IndexOf("1250", StringComparison.Ordinal) + 4));

        await Assert.That(quoted[0].Length).IsLessThanOrEqualTo(102);
        await Assert.That(quoted[0]).StartsWith("…").And.EndsWith("…");
        await Assert.That(quoted[0].Substring(quoted[1].IndexOf('^'), 4)).IsEqualTo("1250");
    }

    [Test]
    public async Task What_a_terminal_would_act_on_is_not_shown()
    {
        string[] quoted = QuotedLine.Of("a\tb \u001b[31m 7", 10..11);

        await Assert.That(quoted[0]).IsEqualTo("a b ?[31m 7");
    }

    [Test]
    [Arguments("collector.fern.cpu.1.user", "cpu[1].user")]
    [Arguments("collector.other_host.cpu.1.user 12.5 1700000000", "cpu[1].user")]
    [Arguments("stats.gauges.collector.fern.memory.total", "memory.total")]
    [Arguments("collector.fern.memory.total:1024|g", "memory.total")]
    [Arguments("cpu-1.cpu-user", "cpu[1].user")]
    [Arguments("collector.cpu.user;host=elsewhere;processor=1", "cpu[1].user")]
    [Arguments("cpu.<processor>.user", "cpu[0].user")]
    [Arguments("cpu[1].user", "cpu[1].user")]
    public async Task A_metric_is_found_by_what_people_copy(string text, string metric)
    {
        await Assert.That(Find("laptop", text, out _)[0].Name).IsEqualTo(metric);
    }

    [Test]
    [Arguments("cpu", "'cpu' is a group; name one of its metrics: user, system")]
    [Arguments("memory.usd", "there is no metric 'usd' in memory; did you mean 'used'?")]
    [Arguments("memori.used", "there is no metric 'memori.used'; did you mean 'memory.used'?")]
    [Arguments("collector.fern.cpu.1.usr", "did you mean 'collector.fern.cpu.1.user'?")]
    [Arguments("cpu[9].user", "there is no processor '9' here; there are 0, 1, 3")]
    [Arguments("memory[0].used", "memory has no instances; leave the brackets out")]
    [Arguments("nonsense.of.all.sorts", "there is no metric 'nonsense.of.all.sorts', and nothing that is sent is called so")]
    public async Task A_metric_that_there_is_not_is_an_error_that_says_what_there_is(string text, string message)
    {
        UserError? error = Assert.Throws<UserError>(() => Find("laptop", text, out _));

        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.WrongCommandLine);
        await Assert.That(error.Message).Contains(message);
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_why_a_value_is_absent()
    {
        string text = Explain("damaged", "disk_io.read_bytes");

        await Assert.That(text).Contains("absent     cannot read").And.Contains("/proc/diskstats: No such file or directory (2)");
        await Assert.That(text).DoesNotContain("\n  sent");
    }

    private static WireNaming Naming(NameSet names, WireKind wire) => new(wire, names, NameSets.DefaultPrefix(names), "fern");

    private static string Explain(string host, string metric)
    {
        IReadOnlyList<MetricTarget> targets = Find(host, metric, out SourceContext context);
        int seconds = 0;
        Explainer explainer = new(context, context.Recording?.Platform ?? Platform.Linux, s_namings)
        {
            Now = () => new(RecordedHost.Time + seconds, seconds * 1_000_000_000L),
            Wait = () => seconds++,
        };
        return ExplainReport.Render(explainer.Explain(targets)).Replace(context.Root, "", StringComparison.Ordinal);
    }

    private static IReadOnlyList<MetricTarget> Find(string host, string metric, out SourceContext context)
    {
        SourceContext shared = new(RecordedHost.PathOf(host)) { Filter = new() { All = true } };
        Platform platform = shared.Recording?.Platform ?? Platform.Linux;
        GroupReader[] readers = [.. Catalog.Groups.ToArray().Select(group => group.OpenReader(platform, shared)).OfType<GroupReader>()];
        shared.BeginTick();
        foreach (GroupReader reader in readers)
        {
            reader.Read();
        }

        context = shared;
        return new MetricQuery(Catalog.Groups.ToArray(), readers, s_namings).Find(metric);
    }
}
