using System.Reflection;

namespace Collector.Generators.Tests;

/// <summary>What comes of a declaration that the product does not have yet, compiled and run.</summary>
public sealed class CompiledGroupTests
{
    private const string Rooms = """
        {
          "group": "rooms",
          "description": "What thermostats say.",
          "instance": "room",
          "metrics": [
            { "name": "warmth", "unit": "celsius", "kind": "gauge", "description": "Temperature of the air." },
            { "name": "heated", "unit": "seconds", "kind": "counter", "description": "Time with the valve open." }
          ],
          "sources": {
            "linux": {
              "file": "/proc/rooms",
              "rows": "{instance} *",
              "columns": { "warmth": { "column": 2, "scale": 0.001 }, "heated": { "column": 3, "scale": 60 } }
            }
          },
          "names": {
            "metcollect": "heating.{instance}.{metric}",
            "collectd": { "room-{instance}.temperature": "warmth", "room-{instance}.valve": "rate(heated)" }
          }
        }
        """;

    private const string Caller = """
        using System.Text;
        using Collector.Metrics;
        using Collector.Sources;
        using Collector.Wire;

        internal static class Caller
        {
            /// <summary>The lines of two ticks, two seconds apart.</summary>
            public static string Lines(string root, string file, string[] texts, string names)
            {
                SourceContext context = new(root);
                MetricGroup group = Catalog.Groups.ToArray().Single(static group => group.Name == "rooms");
                GroupReader reader = group.OpenReader(Platform.Linux, context)!;
                GroupSerializer serializer = reader.CreateSerializer(
                    new(WireKind.Graphite, Enum.Parse<NameSet>(names), "p.", "host"))!;
                GraphiteWriter writer = new();
                StringBuilder lines = new();
                long time = 1700000000;
                foreach (string text in texts)
                {
                    File.WriteAllText(file, text);
                    context.BeginTick();
                    reader.Read();
                    lines.Append(reader.Fault.IsNone ? "" : reader.Fault.ToString());
                    writer.Begin(time);
                    serializer.Write(writer);
                    writer.End();
                    lines.Append(Encoding.UTF8.GetString(writer.Bytes));
                    time += 2;
                }

                return lines.ToString();
            }
        }
        """;

    private static readonly string[] s_ticks = ["hall : 20500 40\nattic : -1000 7\n", "attic : 3 7\nhall : 21125 43\n"];

    /// <summary>The one compilation that all cases run.</summary>
    private static readonly Lazy<MethodInfo> s_lines = new(static () => CompiledProduct.Load(
        [
            .. ProductFiles.Declarations.Select(static path => new DeclarationText(path, File.ReadAllText(path))),
            new DeclarationText("rooms.metrics.json", Rooms),
        ],
        Caller).GetMethod("Lines")!);

    [Test]
    [Arguments("Native")]
    [Arguments("Metcollect")]
    [Arguments("Collectd")]
    [Arguments("Tagged")]
    public async Task One_more_file_is_a_group_that_is_read_and_sent(string names)
    {
        using TemporaryFolder folder = new();
        await Verify(Lines(folder, names, s_ticks), parameters: names);
    }

    [Test]
    public async Task What_is_wrong_with_its_source_is_reported_at_its_place()
    {
        using TemporaryFolder folder = new();
        await Assert.That(Lines(folder, "Native", "hall : warm 40\n"))
            .IsEqualTo($"{folder.Path}/proc/rooms, line 1: column 3 is not a number");
    }

    private static string Lines(TemporaryFolder folder, string names, params string[] ticks) =>
        (string)s_lines.Value.Invoke(null, [folder.Path, folder.Write("proc/rooms", ""), ticks, names])!;
}
