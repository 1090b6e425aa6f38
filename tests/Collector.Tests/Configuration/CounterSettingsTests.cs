using System.Collections;
using Collector.Configuration;
using Collector.Counters;

namespace Collector.Tests.Configuration;

/// <summary>The counters that users add: what is understood, and what is said about the rest.</summary>
public sealed class CounterSettingsTests
{
    private static readonly string[] s_wrong =
    [
        """{ "pdh": "Requests", "name": "web.requests" }""",
        """{ "pdh": "\\Web", "name": "web.requests" }""",
        """{ "pdh": "\\\\server\\Web\\Requests", "name": "web.requests" }""",
        """{ "pdh": "\\Web(\\Requests", "name": "web.requests" }""",
        """{ "pdh": "\\Web()\\Requests", "name": "web.requests" }""",
        """{ "pdh": "\\Web\\", "name": "web.requests" }""",
        """{ "pdh": "\\Web\\Requests" }""",
        """{ "pdh": "\\Web\\Requests", "name": "requests" }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.Requests" }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "untis": "count" }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "unit": "second" }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "kind": "rate" }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "scale": 0 }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "scale": 0.5 }""",
        """{ "pdh": "\\Web\\Requests", "name": "web.requests", "key": "a" }""",
        """{ "file": "/proc/vmstat", "key": "pgmajfault", "name": "vm.faults", "unit": "count", "scale": 0.5 }""",
        """{ "file": "proc/vmstat", "key": "pgmajfault", "name": "vm.faults" }""",
        """{ "file": "/proc/vmstat", "key": "pgmajfault:", "name": "vm.faults" }""",
        """{ "file": "/proc/vmstat", "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "row": "cpu{instanc}", "column": 1, "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "row": "* *", "column": 2, "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "row": "{instance} {instance}", "column": 2, "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "row": "cpu{instance}", "column": 0, "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "column": "x", "name": "vm.faults" }""",
        """{ "file": "/proc/stat", "column": 1, "hex": "maybe", "name": "vm.faults" }""",
        """{ "name": "vm.faults" }""",
        """{ "name": ["vm.faults"] }""",
        """ "vm.faults" """,
        """{ "file": "/proc/vmstat", "key": "a", "name": "memory.total" }""",
        """{ "file": "/proc/vmstat", "key": "a", "name": "vm.a" }, { "file": "/proc/vmstat", "key": "b", "name": "vm.a" }""",
        """{ "file": "/proc/vmstat", "key": "a", "name": "vm.a" }, { "file": "/proc/vmstat", "key": "a", "name": "vm.b" }""",
    ];

    [Test]
    public async Task What_is_wrong_is_named_with_its_place()
    {
        List<string> lines = [];
        foreach (string counters in s_wrong)
        {
            UserError? error = null;
            try
            {
                Read(counters);
            }
            catch (UserError wrong)
            {
                error = wrong;
            }

            lines.Add($"{counters.Trim()}\n    {error?.Message ?? "(accepted)"}");
        }

        await Verify(string.Join('\n', lines) + "\n");
    }

    [Test]
    public async Task Counters_of_one_group_and_source_are_read_together()
    {
        Settings settings = Read("""
            { "pdh": "\\Web Service(*)\\Bytes Sent/sec", "name": "web.sent", "unit": "bytes" },
            { "pdh": "\\Web Service(*)\\Current Connections", "name": "web.connections" },
            { "pdh": "\\Web Service(_Total)\\Current Connections", "name": "web.all" },
            { "file": "/proc/vmstat", "key": "pgmajfault", "name": "web.faults", "kind": "counter", "description": "Faults." },
            { "file": "/proc/stat", "row": "cpu{instance}", "column": 1, "name": "web.user" },
            { "file": "/proc/stat", "row": "cpu{instance}", "column": 2, "name": "web.nice" }
            """);

        string groups = string.Join('\n', settings.Groups.OfType<ConfiguredGroup>().Select(static group =>
            $"{group.Source}: {string.Join(", ", group.Metrics.ToArray().Select(group.PathOf))}"));
        await Assert.That(groups).IsEqualTo("""
            \Web Service(*): web.<instance>.sent, web.<instance>.connections
            \Web Service(_Total): web.all
            /proc/vmstat: web.faults
            /proc/stat, lines 'cpu{instance}': web.<instance>.user, web.<instance>.nice
            """);
        await Assert.That(settings.Groups[^1].Name).IsEqualTo("self");
    }

    [Test]
    public async Task A_filter_may_name_a_group_that_the_configuration_adds()
    {
        Settings settings = Read("""{ "file": "/proc/vmstat", "key": "a", "name": "vm.a" }""", "vm.a");

        await Assert.That(settings.Groups.Count(group => settings.Filter.PossibleOf(group) != 0)).IsEqualTo(1);
    }

    [Test]
    public async Task No_counters_are_none() =>
        await Assert.That(Read("").Groups.OfType<ConfiguredGroup>().Count()).IsEqualTo(0);

    private static Settings Read(string counters, string? group = null)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("c.json", $$"""{ "counters": [ {{counters}} ] }""");
        SettingValue[] flags = group is null ? [] : [new("group", [group], SettingOrigin.Flag, "--group")];
        try
        {
            return SettingsReader.Read(file, new Hashtable(), flags);
        }
        catch (UserError error)
        {
            throw new UserError(error.ExitCode, error.Message.Replace(file, "c.json", StringComparison.Ordinal));
        }
    }
}
