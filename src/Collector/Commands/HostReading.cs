using Collector.Configuration;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Commands;

/// <summary>The readers of the groups that settings ask for, on the host that they name.</summary>
internal sealed class HostReading
{
    private HostReading(SourceContext context, IReadOnlyList<GroupReader> readers)
    {
        Context = context;
        Readers = readers;
    }

    public SourceContext Context { get; }

    public IReadOnlyList<GroupReader> Readers { get; }

    /// <summary>Which system's sources a host is read by: a folder that stands for one is always a Linux host.</summary>
    public static Platform PlatformOf(SourceContext context) =>
        OperatingSystem.IsWindows() && !context.IsForeign ? Platform.Windows : Platform.Linux;

    /// <summary>Prepares to read; nothing is opened before the first tick.</summary>
    /// <param name="settings">Says which groups, and where.</param>
    /// <param name="isLasting">Whether the process goes on to measure itself.</param>
    /// <exception cref="UserError">None of the groups can be read.</exception>
    public static HostReading Open(Settings settings, bool isLasting)
    {
        SourceContext context = new(settings.Root);
        Platform platform = PlatformOf(context);
        List<GroupReader> readers = [];
        foreach (MetricGroup group in Catalog.Groups)
        {
            if (settings.Groups.Contains(group)
                && (isLasting || group != SelfGroup.Definition)
                && group.CreateReader(platform, context) is GroupReader reader)
            {
                readers.Add(reader);
            }
        }

        if (readers.Count == 0)
        {
            settings.Groups.Reject(settings.Groups.Contains(SelfGroup.Definition)
                ? "only 'run' measures the collector itself"
                : $"{platform} has none of these groups");
        }

        return new(context, readers);
    }

    /// <summary>Reads every group once.</summary>
    public void Read()
    {
        Context.BeginTick();
        foreach (GroupReader reader in Readers)
        {
            reader.Read();
        }
    }

    /// <summary>What writes the groups under certain names.</summary>
    public IEnumerable<GroupSerializer> Serializers(WireNaming naming)
    {
        foreach (GroupReader reader in Readers)
        {
            if (reader.CreateSerializer(naming) is GroupSerializer serializer)
            {
                yield return serializer;
            }
        }
    }

    /// <summary>Says on standard error what could not be read.</summary>
    /// <returns>The exit code that follows from it. A host that was told not to count has no fault of its own.</returns>
    public int ReportFaults()
    {
        int exitCode = ExitCode.Done;
        foreach (GroupReader reader in Readers.Where(static reader => reader.Fault.IsFailure))
        {
            StandardError.WriteLine($"{reader.Group.Name}: {reader.Fault}");
            if (reader.Fault.Kind != FaultKind.CountersDisabled)
            {
                exitCode = ExitCode.InputOutput;
            }
        }

        return exitCode;
    }
}
