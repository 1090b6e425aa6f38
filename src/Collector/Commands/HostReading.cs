using Collector.Configuration;
using Collector.Counters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;
using Collector.Wire;

namespace Collector.Commands;

/// <summary>The readers of the groups that settings ask for, on the host that they name.</summary>
internal sealed class HostReading
{
    private readonly Settings _settings;

    private HostReading(Settings settings, SourceContext context, IReadOnlyList<GroupReader> readers)
    {
        _settings = settings;
        Context = context;
        Readers = readers;
    }

    public SourceContext Context { get; }

    public IReadOnlyList<GroupReader> Readers { get; }

    /// <summary>The time of what was read: now, or when it was recorded.</summary>
    public DateTimeOffset Time => Context.Recording is Recording recording
        ? DateTimeOffset.FromUnixTimeSeconds(recording.Time)
        : DateTimeOffset.UtcNow;

    /// <summary>Which system's sources a host is read by: a folder of files that is no recording is a Linux host.</summary>
    public static Platform PlatformOf(SourceContext context) => context.Recording?.Platform
        ?? (OperatingSystem.IsWindows() && !context.IsForeign ? Platform.Windows : Platform.Linux);

    /// <summary>What readers share under these settings.</summary>
    public static SourceContext ContextOf(Settings settings) =>
        new(settings.Root) { Filter = settings.Filter, Targets = settings.Targets };

    /// <summary>Prepares to read; nothing is opened before the first tick.</summary>
    /// <param name="settings">Says which groups, and where.</param>
    /// <param name="isLasting">Whether the process goes on to measure itself.</param>
    /// <exception cref="UserError">None of the groups can be read.</exception>
    public static HostReading Open(Settings settings, bool isLasting)
    {
        SourceContext context = ContextOf(settings);
        Platform platform = PlatformOf(context);
        List<GroupReader> readers = [];
        foreach (MetricGroup group in settings.Groups)
        {
            if ((isLasting || group != SelfGroup.Definition) && group.OpenReader(platform, context) is GroupReader reader)
            {
                readers.Add(reader);
            }
        }

        HostReading reading = new(settings, context, readers);
        if (readers.Count == 0)
        {
            settings.FilterSetting?.Reject(reading.FilterWarnings() is [string warning, ..]
                ? warning
                : "nothing of this can be measured here");
        }

        return reading;
    }

    /// <summary>The configured counters that this system does not have: one configuration serves a mixed fleet.</summary>
    public IEnumerable<string> LeftOut => _settings.Groups.OfType<ConfiguredGroup>()
        .Where(group => group.Source.Platform != PlatformOf(Context))
        .Select(group => $"{group.Name}: {group.Source} is left out, since only {group.Source.Platform} has it");

    /// <summary>Reads once if the configuration adds counters, to see that none has another metric's name on a wire.</summary>
    /// <exception cref="UserError">One has.</exception>
    public void RequireOwnNames(IEnumerable<WireNaming> namings)
    {
        if (Readers.Any(static reader => reader.Group is ConfiguredGroup))
        {
            Read();
            WireCheck.Require(Readers, namings);
        }
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

    /// <summary>Says so if nothing of what is read has a name in a set.</summary>
    public IEnumerable<string> NamelessIn(IEnumerable<WireNaming> namings) => namings
        .Where(naming => !Serializers(naming).Any())
        .Select(static naming => NameSets.All[(int)naming.Names])
        .Distinct()
        .Select(static names => $"nothing that is measured has a name in '{names}'; see collector list --names {names}");

    /// <summary>What the filter names and this host has not, after the first read. It can be asked once.</summary>
    public IReadOnlyList<string> FilterWarnings()
    {
        string[] warnings = [.. Commands.FilterWarnings.Of(_settings, Context, Readers)];
        foreach (GroupReader reader in Readers)
        {
            Context.FilterOf(reader.Group).ForgetSeen();
        }

        return warnings;
    }

    /// <summary>Says on standard error what the filter names in vain, and what could not be read.</summary>
    /// <returns>The exit code that follows from it. A host that was told not to count has no fault of its own.</returns>
    public int ReportFaults()
    {
        StandardError.WriteLines(FilterWarnings());

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
