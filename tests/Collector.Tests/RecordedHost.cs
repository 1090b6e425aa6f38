using System.Runtime.CompilerServices;
using System.Text;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests;

/// <summary>A folder of <c>Hosts/</c> that stands for a host, and what the collector sends of it.</summary>
internal sealed class RecordedHost
{
    public const long Time = 1_700_000_000;

    /// <summary>What every recorded host is asked about by name, whether it has it or not.</summary>
    private static readonly NamedTargets s_targets = new(
        ["cron", "sshd", "apt-daily", "bluetooth", "no such"], ["firefox", "sshd"], ["tcp:22", "tcp:8080", "udp:5353"], ["/no/such/file"]);

    /// <summary>What is measured if nothing is said, and the one metric that is read on request.</summary>
    private static readonly MetricFilter s_withFrequency = new() { Items = [FilterParser.Parse("+cpu.frequency", out _)!] };

    private readonly SourceContext _context;

    public RecordedHost(string root, params string[] groups)
    {
        _context = new(root) { Targets = s_targets, Filter = s_withFrequency };
        Readers = [.. Catalog.Groups.ToArray()
            .Where(group => groups.Length == 0 ? group.Name is not ("disk_usage" or "self") : groups.Contains(group.Name))
            .Select(group => group.OpenReader(_context.Recording?.Platform ?? Platform.Linux, _context))
            .OfType<GroupReader>()];
    }

    public GroupReader[] Readers { get; }

    /// <summary>Every group but those that no folder can record: the space of file systems, and the collector itself.</summary>
    public static RecordedHost Open(string name) => new(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "Hosts", name);

    private static string ThisFile([CallerFilePath] string file = "") => file;

    public void Read()
    {
        _context.BeginTick();
        foreach (GroupReader reader in Readers)
        {
            reader.Read();
        }
    }

    public GroupSerializer[] Serializers(WireNaming naming) =>
        [.. Readers.Select(reader => reader.CreateSerializer(naming)).OfType<GroupSerializer>()];

    /// <summary>The lines of one tick.</summary>
    public string Lines(WireNaming naming)
    {
        Read();
        WireWriter writer = naming.Wire == WireKind.Graphite ? new GraphiteWriter() : new StatsdWriter(0, naming.Fractions);
        return Lines(writer, Serializers(naming));
    }

    public static string Lines(WireWriter writer, params ReadOnlySpan<GroupSerializer> serializers) =>
        Lines(writer, Time, serializers);

    public static string Lines(WireWriter writer, long time, params ReadOnlySpan<GroupSerializer> serializers) =>
        Lines(writer, time, 0, serializers);

    /// <summary>The lines of one tick, of a run whose rates began anew at another.</summary>
    public static string Lines(WireWriter writer, long time, long ratesSince, params ReadOnlySpan<GroupSerializer> serializers)
    {
        const long NanosecondsPerSecond = 1_000_000_000;
        writer.Begin(time, time * NanosecondsPerSecond, ratesSince * NanosecondsPerSecond);
        foreach (GroupSerializer serializer in serializers)
        {
            serializer.Write(writer);
        }

        writer.End();
        return Encoding.UTF8.GetString(writer.Bytes);
    }

    /// <summary>What could not be read, a line a group.</summary>
    public string Faults() =>
        string.Concat(Readers.Where(reader => !reader.Fault.IsNone).Select(reader => $"{reader.Group.Name}: {reader.Fault}\n"))
            .Replace(_context.Root, "", StringComparison.Ordinal);
}
