namespace Collector.Generators.Tests;

/// <summary>The declarations whose generated code is looked at whole.</summary>
internal static class SnapshotDeclarations
{
    public const string Keyed = """
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

    public const string Columns = """
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

    public const string FirstLine = """
        {
          "group": "uptime",
          "description": "How long the host has been up.",
          "metrics": [ { "name": "uptime", "unit": "seconds", "kind": "gauge", "description": "Since boot." } ],
          "sources": { "linux": { "file": "/proc/uptime", "columns": { "uptime": 0 } } }
        }
        """;

    public const string OneLine = """
        {
          "group": "interrupts",
          "description": "What interrupted the processors.",
          "metrics": [ { "name": "total", "unit": "count", "kind": "counter", "description": "All of them." } ],
          "sources": { "linux": { "file": "/proc/stat", "rows": "intr", "columns": { "total": 1 } } }
        }
        """;

    public const string Native = """
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

    public const string Parts = """
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

    public const string Joined = """
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

    public const string Header = """
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

    public const string Absent = """
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

    public const string Any = """
        {
          "group": "clock",
          "description": "The clock.",
          "metrics": [ { "name": "ticks", "unit": "count", "kind": "counter", "description": "Its \"ticks\"." } ],
          "sources": { "any": { "native": "Clock", "fields": { "ticks": "Ticks" } } }
        }
        """;
}
