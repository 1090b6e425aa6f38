namespace Collector.Generators.Tests;

/// <summary>What is generated for each kind of source, as it is read by people.</summary>
public sealed class SnapshotTests
{
    private const string Keyed = """
        {
          "group": "memory",
          "description": "Physical memory.",
          "metrics": [
            { "name": "total", "unit": "bytes", "kind": "gauge", "description": "All of it." },
            { "name": "available", "unit": "bytes", "kind": "gauge", "description": "What programs can get." },
            { "name": "faults", "unit": "count", "kind": "counter", "description": "Pages that had to be fetched." },
            { "name": "used", "unit": "bytes", "kind": "gauge", "description": "The rest.", "derived": "total - available" },
            { "name": "percent", "unit": "percent", "kind": "gauge", "description": "Used, of <all>.", "derived": "percent(used, total)" }
          ],
          "sources": {
            "linux": {
              "file": "/proc/meminfo",
              "keys": {
                "total": "MemTotal",
                "available": "MemAvailable",
                "faults": { "key": "PageFaults", "scale": 1, "width": 32 }
              },
              "scale": 1024,
              "optional": ["available"]
            }
          },
          "names": { "metcollect": { "path": "memory.{metric}", "metrics": ["total", "percent"] } }
        }
        """;

    private const string Columns = """
        {
          "group": "disk_io",
          "description": "What each disk has read.",
          "instance": "disk",
          "metrics": [
            { "name": "reads", "unit": "operations", "kind": "counter", "description": "Reads completed." },
            { "name": "bytes", "unit": "bytes", "kind": "counter", "description": "Bytes read." },
            { "name": "time", "unit": "milliseconds", "kind": "counter", "description": "Time spent." },
            { "name": "busy", "unit": "seconds", "kind": "counter", "description": "Time not idle." },
            { "name": "load", "unit": "load", "kind": "gauge", "description": "Requests that wait." },
            { "name": "each", "unit": "ratio", "kind": "gauge", "description": "Bytes of a read.", "derived": "bytes / reads" }
          ],
          "sources": {
            "linux": {
              "file": "/proc/diskstats",
              "rows": "* disk {instance}",
              "exclude": ["loop*", "ram0"],
              "mayBeEmpty": true,
              "columns": {
                "bytes": { "column": 5, "scale": 512 },
                "reads": 3,
                "time": { "column": 6, "width": 32, "scale": 1e-3 },
                "busy": { "column": 7, "scale": "clockTicks" },
                "load": { "column": 9, "scale": 0.3 }
              },
              "optional": ["load", "busy"]
            }
          },
          "names": {
            "native": "disk.{instance:mount}-x.{metric}",
            "collectd": {
              "disk-{instance}.disk_ops.read": "rate(reads)",
              "disk-{instance}.disk_time.read": "ratio(time, reads)",
              "disk-{instance}.load": "load",
              "disk-{instance}.busy": "(rate(busy) - 0.5) * 100"
            }
          }
        }
        """;

    private const string FirstLine = """
        {
          "group": "uptime",
          "description": "How long the host has been up.",
          "metrics": [ { "name": "uptime", "unit": "seconds", "kind": "gauge", "description": "Since boot." } ],
          "sources": { "linux": { "file": "/proc/uptime", "columns": { "uptime": 0 } } }
        }
        """;

    private const string OneLine = """
        {
          "group": "interrupts",
          "description": "What interrupted the processors.",
          "metrics": [ { "name": "total", "unit": "count", "kind": "counter", "description": "All of them." } ],
          "sources": { "linux": { "file": "/proc/stat", "rows": "intr", "columns": { "total": 1 } } }
        }
        """;

    private const string Native = """
        {
          "group": "disk_io",
          "description": "What each disk has read.",
          "instance": "disk",
          "metrics": [
            { "name": "operations", "unit": "operations", "kind": "counter", "description": "Reads and writes." },
            { "name": "reads", "unit": "operations", "kind": "counter", "description": "Reads." },
            { "name": "idle", "unit": "seconds", "kind": "counter", "description": "Time without a request." },
            { "name": "load", "unit": "percent", "kind": "gauge", "description": "Requests that wait." },
            { "name": "each", "unit": "ratio", "kind": "gauge", "description": "Bytes of a request." }
          ],
          "sources": {
            "windows": {
              "native": "Disks",
              "fields": {
                "operations": "(Reads + Writes) * 2",
                "reads": { "field": "Reads", "width": 32, "scale": 2 },
                "idle": { "field": "Bytes - (Busy + 5)", "scale": 1e-7 },
                "load": "percent(Load, 1.5)",
                "each": "Bytes / (Reads + Writes)"
              }
            }
          }
        }
        """;

    private const string Parts = """
        {
          "group": "system",
          "description": "What all programs do together.",
          "metrics": [
            { "name": "forks", "unit": "count", "kind": "counter", "description": "Processes created." },
            { "name": "boot_time", "unit": "seconds", "kind": "gauge", "description": "When the host was started." },
            { "name": "open_files", "unit": "count", "kind": "gauge", "description": "Files that are open." },
            { "name": "ticks", "unit": "count", "kind": "counter", "description": "Ticks of the clock." },
            { "name": "all", "unit": "count", "kind": "counter", "description": "Of no use.", "derived": "forks + open_files" }
          ],
          "sources": {
            "linux": [
              { "file": "/proc/stat", "keys": { "forks": "processes", "boot_time": "btime" } },
              { "file": "/proc/sys/fs/file-nr", "columns": { "open_files": 0 } },
              { "native": "Clock", "fields": { "ticks": "Ticks" } }
            ]
          }
        }
        """;

    private const string Joined = """
        {
          "group": "cpu",
          "description": "What each processor did.",
          "instance": "processor",
          "metrics": [
            { "name": "user", "unit": "seconds", "kind": "counter", "description": "In user mode." },
            { "name": "frequency", "unit": "hertz", "kind": "gauge", "description": "Its clock." },
            { "name": "softirqs", "unit": "count", "kind": "counter", "description": "Of no use." },
            { "name": "reads", "unit": "operations", "kind": "counter", "description": "Of no use." }
          ],
          "sources": {
            "linux": [
              { "file": "/proc/stat", "rows": "cpu{instance:integer}", "columns": { "user": 1 }, "scale": "clockTicks" },
              {
                "file": "/sys/devices/system/cpu/cpu{instance}/cpufreq/scaling_cur_freq",
                "columns": { "frequency": 0 },
                "scale": 1000,
                "optional": ["frequency"]
              },
              {
                "file": "/proc/net/softnet",
                "rows": "* {instance}:",
                "columns": { "softirqs": 2 },
                "optional": ["softirqs"]
              },
              { "native": "Disks", "fields": { "reads": "Reads" } }
            ]
          }
        }
        """;

    private const string Header = """
        {
          "group": "tcp",
          "description": "What TCP did.",
          "metrics": [
            { "name": "opens", "unit": "count", "kind": "counter", "description": "Connections." },
            { "name": "bytes", "unit": "bytes", "kind": "counter", "description": "Of no use." },
            { "name": "drops", "unit": "count", "kind": "counter", "description": "Dropped." }
          ],
          "sources": {
            "linux": {
              "file": "/proc/net/snmp",
              "header": "Tcp:",
              "keys": { "opens": { "key": "Opens", "width": 32 }, "bytes": { "key": "Kib", "scale": 1024 }, "drops": "Drops" },
              "optional": ["drops"]
            }
          }
        }
        """;

    private const string Absent = """
        {
          "group": "limits",
          "description": "What may be used.",
          "metrics": [
            { "name": "limit", "unit": "bytes", "kind": "gauge", "description": "The limit." },
            { "name": "left", "unit": "bytes", "kind": "gauge", "description": "What is left of it." },
            { "name": "wait", "unit": "seconds", "kind": "gauge", "description": "How long to wait." },
            { "name": "offset", "unit": "seconds", "kind": "gauge", "description": "May be negative." }
          ],
          "sources": {
            "windows": {
              "native": "Disks",
              "fields": { "limit": "Limit", "left": "Limit - Bytes", "wait": "Wait * Limit", "offset": "Offset / 2" }
            }
          }
        }
        """;

    private const string Any = """
        {
          "group": "clock",
          "description": "The clock.",
          "metrics": [ { "name": "ticks", "unit": "count", "kind": "counter", "description": "Its \"ticks\"." } ],
          "sources": { "any": { "native": "Clock", "fields": { "ticks": "Ticks" } } }
        }
        """;

    [Test]
    public async Task A_file_of_keys_is_read_until_nothing_is_missing() => await VerifyFile(Keyed, "Memory.LinuxReader.g.cs");

    [Test]
    public async Task Derived_metrics_are_computed_once_all_sources_were_read() => await VerifyFile(Keyed, "Memory.Reader.g.cs");

    [Test]
    public async Task A_file_of_rows_and_columns_is_read_from_left_to_right() => await VerifyFile(Columns, "DiskIo.LinuxReader.g.cs");

    [Test]
    public async Task A_row_has_a_field_for_each_metric() => await VerifyFile(Columns, "DiskIo.Row.g.cs");

    [Test]
    public async Task A_serializer_writes_a_line_for_each_metric() => await VerifyFile(Keyed, "Memory.Serializers.g.cs");

    [Test]
    public async Task Collectd_lines_are_computed_from_what_counters_grew_by() => await VerifyFile(Columns, "DiskIo.Serializers.g.cs");

    [Test]
    public async Task A_reader_chooses_the_names() => await VerifyFile(Columns, "DiskIo.Reader.g.cs");

    [Test]
    public async Task A_group_says_what_it_is_and_where_it_comes_from() => await VerifyFile(Columns, "DiskIo.Group.g.cs");

    [Test]
    public async Task The_first_line_of_a_file_is_a_row() => await VerifyFile(FirstLine, "Uptime.LinuxReader.g.cs");

    [Test]
    public async Task A_literal_selects_a_line() => await VerifyFile(OneLine, "Interrupts.LinuxReader.g.cs");

    [Test]
    public async Task A_native_source_is_bound_field_by_field() => await VerifyFile(Native, "DiskIo.WindowsReader.g.cs");

    [Test]
    public async Task A_native_reader_is_made_only_on_its_own_system() => await VerifyFile(Native, "DiskIo.Group.g.cs");

    [Test]
    public async Task A_source_for_any_platform_has_one_reader() => await VerifyFile(Any, "Clock.AnyReader.g.cs");

    [Test]
    public async Task A_group_for_any_platform_has_no_choice_to_make() => await VerifyFile(Any, "Clock.Group.g.cs");

    [Test]
    public async Task The_sources_of_a_platform_are_read_one_after_the_other() => await VerifyFile(Parts, "System.Group.g.cs");

    [Test]
    public async Task A_source_among_others_leaves_their_values_alone() => await VerifyFile(Parts, "System.LinuxReader.g.cs");

    [Test]
    public async Task A_group_of_several_sources_says_where_each_metric_comes_from() => await VerifyFile(Joined, "Cpu.Group.g.cs");

    [Test]
    public async Task Each_instance_has_a_file_of_its_own() => await VerifyFile(Joined, "Cpu.LinuxReader2.g.cs");

    [Test]
    public async Task Further_lines_complete_the_rows_that_exist() => await VerifyFile(Joined, "Cpu.LinuxReader3.g.cs");

    [Test]
    public async Task Native_rows_complete_the_rows_that_exist() => await VerifyFile(Joined, "Cpu.LinuxReader4.g.cs");

    [Test]
    public async Task Values_stand_below_their_names() => await VerifyFile(Header, "Tcp.LinuxReader.g.cs");

    [Test]
    public async Task A_field_without_a_value_leaves_out_what_needs_it() => await VerifyFile(Absent, "Limits.WindowsReader.g.cs");

    [Test]
    public async Task The_catalog_lists_groups_by_name_and_the_collector_last()
    {
        string self = Any.Replace("\"clock\"", "\"self\"", StringComparison.Ordinal);
        GeneratorRun run = new(new("c.metrics.json", self), new("b.metrics.json", FirstLine), new("a.metrics.json", Any));

        await Verify(run.Source("Catalog.g.cs"), "cs");
    }

    [Test]
    [Arguments(Keyed)]
    [Arguments(Columns)]
    [Arguments(FirstLine)]
    [Arguments(OneLine)]
    [Arguments(Native)]
    [Arguments(Parts)]
    [Arguments(Joined)]
    [Arguments(Header)]
    [Arguments(Absent)]
    [Arguments(Any)]
    public async Task What_is_generated_compiles_without_a_warning(string json)
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));

        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    private static async Task VerifyFile(
        string json, string hintName, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));
        await Verify(run.Source(hintName), "cs", test: test);
    }
}
