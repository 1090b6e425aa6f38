namespace Collector.EndToEnd.Tests;

/// <summary>The schema and the collector are of one opinion.</summary>
public sealed class SchemaTests
{
    private static readonly string[] s_right =
    [
        "{}",
        """{ "$schema": "collector.schema.json", "to": ["graphite://carbon:2003"], "interval": "10s", "prefix": "servers.", "group": "-load" }""",
        """{ "to": "statsd://a", "interval": 0.5, "first-seen-rate": 20, "spool-size": 1048576, "spool-age": 3600, "spool-sync": 30, "queue-size": "1 GiB" }""",
        """{ "services": [], "processes": "nginx", "ports": ["tcp:22", "udp:53"], "files": ["/var/backups/last.tar", "C:\\a", "\\\\server\\a"] }""",
        """{ "tags": { "site": "berlin", "rack": 7 }, "names": "tagged", "all": true, "group": ["cpu", "-cpu.guest*"] }""",
        """{ "tags": ["site=berlin"], "phase": ".5s", "spool-sync": "never", "to": ["stdout:", "file:///tmp/a", "graphite+udp://a"] }""",
        """{ "counters": [ { "pdh": "\\Web Service(*)\\Bytes Sent/sec", "name": "web.sent", "unit": "bytes" }, { "pdh": "\\#238(*)\\#6", "name": "a.b" } ] }""",
        """{ "counters": [ { "file": "/proc/stat", "row": "cpu{instance:integer}", "column": 2, "name": "nice.ticks_a", "kind": "counter", "scale": 2 } ] }""",
    ];

    private static readonly string[] s_wrong =
    [
        """[]""", """{ "intervall": "1s" }""", """{ "interval": "10x" }""", """{ "interval": ["1s"] }""", """{ "interval": -1 }""", """{ "interval": null }""",
        """{ "to": [] }""", """{ "to": "graphit://a" }""", """{ "to": ["graphite:/a"] }""", """{ "to": { "a": "b" } }""", """{ "to": [1] }""",
        """{ "names": "metcolect" }""", """{ "all": "true" }""", """{ "all": 1 }""", """{ "first-seen-rate": "many" }""", """{ "first-seen-rate": 1.5 }""",
        """{ "host": " " }""", """{ "prefix": 5 }""", """{ "spool": true }""", """{ "spool": "" }""", """{ "spool-size": "1TB" }""", """{ "spool-sync": "always" }""",
        """{ "ports": ["22"] }""", """{ "ports": ["tcp:0"] }""", """{ "files": ["a"] }""", """{ "services": [""] }""", """{ "tags": { "a b": "c" } }""",
        """{ "tags": { "a": "" } }""", """{ "tags": { "a": { "b": "c" } } }""", """{ "tags": ["a"] }""", """{ "counters": {} }""", """{ "counters": ["a"] }""",
        """{ "counters": [ { "name": "a.b" } ] }""", """{ "counters": [ { "pdh": "\\A\\B" } ] }""", """{ "counters": [ { "pdh": "\\A\\B", "name": "a.b", "key": "c" } ] }""",
        """{ "counters": [ { "file": "/a", "name": "a.b" } ] }""", """{ "counters": [ { "file": "/a", "column": "1", "hex": "no", "name": "a.b" } ] }""",
        """{ "counters": [ { "file": "/a", "key": "a:", "name": "a.b" } ] }""", """{ "counters": [ { "file": "/a", "key": "a", "name": "a.B" } ] }""",
        """{ "counters": [ { "file": "/a", "key": "a", "name": "a.b", "unit": "second" } ] }""",
        """{ "counters": [ { "file": "/a", "key": "a", "name": "a.b", "scale": 0 } ] }""",
    ];

    [Test]
    public async Task The_schema_accepts_what_the_collector_accepts_and_refuses_what_it_refuses()
    {
        string init = (await PublishedCollector.Run("config", "init")).Output;
        string[] right = [.. s_right, init, init.Replace("  // \"", "  \"", StringComparison.Ordinal)];
        string[] files = [.. right, .. s_wrong];
        string schema = (await PublishedCollector.Run("config", "schema")).Output;
        bool[] bySchema = await SchemaReader.Accepts(schema, files);

        await Assert.That(files.Where((_, index) => bySchema[index] != index < right.Length)).IsEmpty();
        await Assert.That(await Task.WhenAll(files.Select(ExitCodeOf))).IsEquivalentTo(files.Select((_, index) => index < right.Length ? 0 : 78));
    }

    private static async Task<int> ExitCodeOf(string text)
    {
        using TemporaryFolder folder = new();
        return (await PublishedCollector.Run("config", "check", folder.Write("c.json", text))).ExitCode;
    }
}
