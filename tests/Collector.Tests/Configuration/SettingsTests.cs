using System.Collections;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Sources;

namespace Collector.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Test]
    public async Task Flags_override_the_environment_and_the_environment_the_file()
    {
        Settings settings = Read(
            """{ "interval": "1m", "prefix": "file.", "host": "file", "to": ["stdout:", "graphite://a"] }""",
            new() { ["COLLECTOR_INTERVAL"] = "20s", ["COLLECTOR_PREFIX"] = "environment." },
            new SettingValue("interval", ["5s"], SettingOrigin.Flag, "--interval"));

        await Assert.That(settings.Interval).IsEqualTo(TimeSpan.FromSeconds(5));
        await Assert.That(settings.Prefix).IsEqualTo("environment.");
        await Assert.That(settings.HostName).IsEqualTo("file");
        await Assert.That(string.Join(' ', settings.Destinations.Select(static to => to.Text))).IsEqualTo("stdout: graphite://a");
    }

    [Test]
    public async Task A_list_that_is_set_again_replaces_the_weaker_one_whole()
    {
        Settings settings = Read(
            """{ "to": ["stdout:", "graphite://a"] }""", [], new SettingValue("to", ["statsd://b"], SettingOrigin.Flag, "--to"));

        await Assert.That(settings.Destinations.Single().Text).IsEqualTo("statsd://b");
    }

    [Test]
    public async Task The_file_may_have_comments_and_numbers()
    {
        Settings settings = Read("""{ /* every */ "interval": 30, "$schema": "x" }""", []);
        await Assert.That(settings.Interval).IsEqualTo(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task Tags_are_an_object_in_the_file_and_pairs_elsewhere()
    {
        static string Text(Settings settings) => string.Join(' ', settings.Tags.Select(static tag => $"{tag.Key}={tag.Value}").Order());

        await Assert.That(Text(Read("""{ "tags": { "site": "berlin", "Rack": "a=7" } }""", []))).IsEqualTo("Rack=a=7 site=berlin");
        await Assert.That(Text(Read("{}", new() { ["COLLECTOR_TAGS"] = "site=berlin,rack=7" }))).IsEqualTo("rack=7 site=berlin");
        await Assert.That(Text(Read("{}", [], new SettingValue("tags", ["a=b", "c=d"], SettingOrigin.Flag, "--tag")))).IsEqualTo("a=b c=d");
    }

    [Test]
    public async Task Destinations_of_the_environment_are_separated_by_blanks()
    {
        Settings settings = Read("{}", new() { ["COLLECTOR_TO"] = "graphite://a  statsd://b" });
        await Assert.That(settings.Destinations.Count).IsEqualTo(2);
    }

    [Test]
    [Arguments("""{ "intervall": "1s" }""", "FILE(1,3): intervall: there is no such setting; did you mean 'interval'?")]
    [Arguments("""{ "zzzzzz": "1s" }""", "FILE(1,3): zzzzzz: there is no such setting; there are to, interval, prefix, host, names, tags, group, all, root, first-seen-rate, expect-host, phase, spool, spool-size, spool-age, spool-sync, queue-size, log-level, log-file, log-size, services, processes, ports, files")]
    [Arguments("""{ "interval": "10x" }""", "FILE(1,15): interval: '10x' is not a span of time; write for example 10s, 500ms or 1m")]
    [Arguments("""{ "interval": "0s" }""", "FILE(1,15): interval: '0s' is out of range; the interval is between 10ms and 1d")]
    [Arguments("""{ "interval": ["1s", "2s"] }""", "FILE(1,15): interval: expected a text or a number, not a list")]
    [Arguments("""{ "names": "metcolect" }""", "FILE(1,12): names: there is no name set 'metcolect'; did you mean 'metcollect'?")]
    [Arguments("""{ "group": "cpu,memry" }""", "FILE(1,12): group: there is no group 'memry'; did you mean 'memory'?")]
    [Arguments("""{ "group": "" }""", "FILE(1,12): group: names no group; there are cgroup, clock, cpu, ")]
    [Arguments("""{ "group": "cpu,,load" }""", "FILE(1,12): group: there is an item with nothing in it; take out a comma")]
    [Arguments("""{ "group": ".user" }""", "FILE(1,12): group: '.user' names no group; there are cgroup, clock, cpu, ")]
    [Arguments("""{ "group": "cpu,-cpu" }""", "FILE(1,12): group: no group is left to read; there are cgroup, clock, cpu, ")]
    [Arguments("""{ "group": "x*" }""", "FILE(1,12): group: no group matches 'x*'; there are cgroup, clock, cpu, ")]
    [Arguments("""{ "group": "memory.usd" }""", "FILE(1,12): group: there is no metric 'usd' in memory; did you mean 'used'?")]
    [Arguments("""{ "group": "memory.x*" }""", "FILE(1,12): group: no metric of memory matches 'x*'; there are total, ")]
    [Arguments("""{ "group": "cpu.0" }""", "FILE(1,12): group: there is no metric '0' in cpu; there are user, ")]
    [Arguments("""{ "group": "cpu.0.user" }""", "FILE(1,12): group: 'cpu.0.user': an instance stands in brackets: cpu[0].user")]
    [Arguments("""{ "group": "memory[0]" }""", "FILE(1,12): group: 'memory[0]': memory has no instances; leave the brackets out")]
    [Arguments("""{ "group": ["cpu", "-cpu.*"] }""", "FILE(1,12): group: no group is left to read; there are cgroup, clock, cpu, ")]
    [Arguments("""{ "all": "maybe" }""", "FILE(1,10): all: expected true or false, not 'maybe'")]
    [Arguments("""{ "first-seen-rate": "many" }""", "FILE(1,22): first-seen-rate: 'many' is not a number of series a minute; 0 sets no limit")]
    [Arguments("""{ "phase": "soon" }""", "FILE(1,12): phase: 'soon' is not a span of time; write for example 2s or 500ms, or 0s to send at once")]
    [Arguments("""{ "phase": "10s" }""", "FILE(1,12): phase: '10s' is out of range; it has to be shorter than the interval, which is 10s")]
    [Arguments("""{ "phase": "1500ms", "interval": "1s" }""", "FILE(1,12): phase: '1500ms' is out of range; it has to be shorter than the interval, which is 1s")]
    [Arguments("""{ "services": ["a", "a"] }""", "FILE(1,21): services: 'a' is there twice")]
    [Arguments("""{ "processes": ["a", " "] }""", "FILE(1,22): processes: one of the names is empty")]
    [Arguments("""{ "services": ["a\u0000b"] }""", "FILE(1,16): services: 'a\0b' has a control character in it; take it out")]
    [Arguments("""{ "ports": "22" }""", "FILE(1,12): ports: '22' is not a port; write for example tcp:22 or udp:53, with a number from 1 to 65535")]
    [Arguments("""{ "ports": "tcp:65536" }""", "FILE(1,12): ports: 'tcp:65536' is not a port; ")]
    [Arguments("""{ "ports": "tcp:0" }""", "FILE(1,12): ports: 'tcp:0' is not a port; ")]
    [Arguments("""{ "ports": "sctp:9" }""", "FILE(1,12): ports: 'sctp:9' is not a port; ")]
    [Arguments("""{ "files": "etc/hosts" }""", "FILE(1,12): files: 'etc/hosts' is not an absolute path")]
    [Arguments("""{ "tags": { "host": "a" } }""", "FILE(1,13): tags: tag 'host' is taken: every series has one of this key; choose another key")]
    [Arguments("""{ "tags": { "processor": "a" } }""", "FILE(1,13): tags: tag 'processor' is taken: the series of cpu have one of this key; choose another key")]
    [Arguments("""{ "tags": { "instance": "a" } }""", "FILE(1,13): tags: tag 'instance' is taken: counters of the configuration that have instances have one of this key; choose another key")]
    [Arguments("""{ "tags": { "1": "a" } }""", "FILE(1,13): tags: '1' cannot be a tag's key: it takes letters, digits, '_', '-' and '.', a letter first, at most 100 characters")]
    [Arguments("""{ "tags": { "a;b": "c" } }""", "FILE(1,13): tags: 'a;b' cannot be a tag's key: it takes letters, digits, '_', '-' and '.', a letter first, at most 100 characters")]
    [Arguments("""{ "tags": { "a": "~c" } }""", "FILE(1,13): tags: '~c' cannot be the value of tag 'a': it takes 1 to 100 characters, no blanks, none of ; , | # :, and no ~ at its beginning")]
    [Arguments("""{ "tags": { "a": "" } }""", "FILE(1,13): tags: '' cannot be the value of tag 'a': ")]
    [Arguments("""{ "tags": { "a": { "b": "c" } } }""", "FILE(1,18): tags.a: expected a text or a number, not an object")]
    [Arguments("""{ "tags": [ "a=b", "a=c" ] }""", "FILE(1,20): tags: tag 'a' is given twice; keep one")]
    [Arguments("""{ "prefix": "a b" }""", "FILE(1,13): prefix: 'a b' has a character that receivers do not keep ('U+0020'); use letters, digits, '.', '_' and '-'")]
    [Arguments("""{ "host": " " }""", "FILE(1,11): host: the host's name is empty; leave the setting out to use the system's")]
    [Arguments("""{ "root": "/no/such/folder" }""", "FILE(1,11): root: there is no folder '/no/such/folder'")]
    [Arguments("""{ "root": "" }""", "FILE(1,11): root: there is no folder ''")]
    [Arguments("""{ "to": [] }""", "FILE(1,9): to: names no destination; leave it out for standard output")]
    [Arguments("""{ "group": {} }""", "FILE(1,12): group: expected a text or a list of texts, not an object")]
    [Arguments("""{ "services": null }""", "FILE(1,15): services: expected a text or a list of texts, not null")]
    [Arguments("""{ "to": { "a": "b" } }""", "FILE(1,9): to: expected a text or a list of texts, not an object")]
    [Arguments("""{ "to": "graphit://a" }""", "FILE(1,9): to: ")]
    [Arguments("""{ "interval": }""", "FILE(1,15): not valid JSON: '}' is an invalid start of a value")]
    public async Task A_mistake_in_the_file_is_named_with_its_place(string json, string message)
    {
        UserError error = await Assert.That(() => Read(json, [])).Throws<UserError>() ?? throw new InvalidOperationException();
        await Assert.That(error.Message.Replace(_folder.File("collector.json"), "FILE", StringComparison.Ordinal)).StartsWith(message);
        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
    }

    [Test]
    public async Task A_mistake_in_the_environment_is_named_with_its_variable()
    {
        UserError unknown = await Assert.That(() => Read("{}", new() { ["COLLECTOR_INTERVALL"] = "1s" })).Throws<UserError>()
            ?? throw new InvalidOperationException();
        await Assert.That(unknown.Message).IsEqualTo(
            "COLLECTOR_INTERVALL: the environment has a variable for a setting that there is not; did you mean 'COLLECTOR_INTERVAL'?");
    }

    [Test]
    public async Task A_mistake_on_the_command_line_has_its_own_exit_code()
    {
        SettingValue zero = new("interval", ["0"], SettingOrigin.Flag, "--interval");
        UserError error = await Assert.That(() => Read("{}", [], zero)).Throws<UserError>() ?? throw new InvalidOperationException();
        await Assert.That((error.ExitCode, error.Message)).IsEqualTo(
            (ExitCode.WrongCommandLine, "--interval: '0' is out of range; the interval is between 10ms and 1d"));
    }

    [Test]
    public async Task A_missing_file_is_an_error_only_when_it_was_asked_for()
    {
        UserError error = await Assert.That(() => SettingsReader.Read("/no/such/file.json", new Hashtable(), [])).Throws<UserError>()
            ?? throw new InvalidOperationException();
        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
        await Assert.That(SettingsReader.Read(null, new Hashtable(), []).Interval).IsEqualTo(Settings.DefaultInterval);
    }

    [Test]
    [Arguments("10s", 10_000)]
    [Arguments("500ms", 500)]
    [Arguments("1.5m", 90_000)]
    [Arguments("2H", 7_200_000)]
    [Arguments("1d", 86_400_000)]
    [Arguments("7", 7_000)]
    public async Task A_span_of_time_is_read(string text, int milliseconds)
    {
        await Assert.That(Duration.TryParse(text, out TimeSpan duration)).IsTrue();
        await Assert.That(duration).IsEqualTo(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Test]
    [Arguments("")]
    [Arguments("s")]
    [Arguments("-1s")]
    [Arguments("1e3s")]
    [Arguments("1,5s")]
    [Arguments("NaN")]
    public async Task What_is_not_a_span_of_time_is_refused(string text)
    {
        await Assert.That(Duration.TryParse(text, out _)).IsFalse();
    }

    [Test]
    [Arguments("""{ "group": "-net_io,-self" }""", "net_io self")]
    [Arguments("""{ "group": ["-disk_io[*]", "-*.percent", "-cpu.user"] }""", "disk_io")]
    [Arguments("""{ "group": "-cpu,-cpu.user,+cpu.idle,-load" }""", "load")]
    [Arguments("""{ "group": "-disk_io[sd*]" }""", "")]
    public async Task A_filter_says_which_groups_are_left_out(string json, string groups)
    {
        await Assert.That(string.Join(' ', GroupsOf(Read(json, []), areRead: false))).IsEqualTo(groups);
    }

    [Test]
    [Arguments("""{ "group": ["disk_*", "memory.used,load"] }""", "disk_io disk_usage load memory")]
    [Arguments("""{ "group": "cpu[0].user,+load" }""", "cpu load")]
    public async Task A_filter_says_which_groups_are_read(string json, string groups)
    {
        await Assert.That(string.Join(' ', GroupsOf(Read(json, []), areRead: true))).IsEqualTo(groups);
    }

    [Test]
    public async Task Groups_without_instances_are_not_meant_by_brackets()
    {
        Settings settings = Read("""{ "group": "-*[*]" }""", []);
        await Assert.That(string.Join(' ', GroupsOf(settings, areRead: true))).IsEqualTo(string.Join(
            ' ', settings.Groups.Where(static group => group.InstanceLabel is null).Select(static group => group.Name)));
    }

    [Test]
    public async Task Everything_can_be_asked_for_anywhere()
    {
        await Assert.That(Read("{}", []).Filter.All).IsFalse();
        await Assert.That(Read("""{ "all": true, "group": "cpu" }""", []).Filter.All).IsTrue();
        await Assert.That(Read("{}", new() { ["COLLECTOR_ALL"] = "true" }).Filter.All).IsTrue();
        await Assert.That(Read("""{ "all": true }""", new() { ["COLLECTOR_ALL"] = "false" }).Filter.All).IsFalse();
    }

    [Test]
    public async Task A_key_with_a_dash_has_a_variable_with_an_underscore()
    {
        await Assert.That(Read("{}", new() { ["COLLECTOR_FIRST_SEEN_RATE"] = "50" }).FirstSeenRate).IsEqualTo(50);
    }

    [Test]
    [Arguments("graphite://a", "2s", 2_000)]
    [Arguments("statsd://a", "1500ms", 1_500)]
    [Arguments("statsd://a", "0s", 0)]
    [Arguments("stdout:", "2s", 0)]
    [Arguments("file:///tmp/a", "2s", 0)]
    public async Task The_phase_is_for_what_goes_over_the_network(string to, string phase, int milliseconds)
    {
        Settings settings = Read("{}", new() { ["COLLECTOR_TO"] = to, ["COLLECTOR_PHASE"] = phase });

        await Assert.That(settings.PhaseOf(settings.Destinations[0]).TotalMilliseconds).IsEqualTo(milliseconds);
    }

    [Test]
    public async Task Without_a_phase_it_follows_from_the_host_and_the_interval()
    {
        Settings settings = Read("""{ "host": "web1", "interval": "20s", "to": "graphite://a" }""", []);

        await Assert.That(settings.PhaseOf(settings.Destinations[0])).IsEqualTo(HostSpread.Phase("web1", TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Services_processes_ports_and_files_are_named_in_the_file()
    {
        NamedTargets targets = Read(
            """{ "services": ["sshd"], "processes": "nginx", "ports": ["tcp:22", "udp:53"], "files": ["/var/log/syslog", "C:\\a"] }""",
            []).Targets;

        await Assert.That(string.Join(' ', [.. targets.Services, .. targets.Processes, .. targets.Ports, .. targets.Files]))
            .IsEqualTo(@"sshd nginx tcp:22 udp:53 /var/log/syslog C:\a");
        await Assert.That(Read("""{ "services": [] }""", []).Targets.Services.Count).IsEqualTo(0);
    }

    [Test]
    public async Task A_list_of_the_file_has_no_variable()
    {
        UserError error = await Assert.That(() => Read("{}", new() { ["COLLECTOR_SERVICES"] = "sshd" })).Throws<UserError>()
            ?? throw new InvalidOperationException();
        await Assert.That(error.Message).IsEqualTo(
            "COLLECTOR_SERVICES: 'services' is a list of the configuration file's; there is no variable for it");
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> GroupsOf(Settings settings, bool areRead) => settings.Groups
        .Where(group => (settings.Filter.PossibleOf(group) != 0) == areRead).Select(static group => group.Name);

    private Settings Read(string json, Hashtable environment, params SettingValue[] flags) =>
        SettingsReader.Read(_folder.Write("collector.json", json), environment, flags);
}
