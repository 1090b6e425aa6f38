using System.Globalization;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;
using Collector.Wire;

namespace Collector.Explaining;

/// <summary>Follows metrics on their way from the system to the wire.</summary>
/// <param name="context">Where everything is read, whether it is wanted or not.</param>
/// <param name="platform">The system that is read.</param>
/// <param name="namings">The sets of names to show.</param>
internal sealed class Explainer(SourceContext context, Platform platform, IReadOnlyList<WireNaming> namings)
{
    /// <summary>
    /// How often a group is read anew until nothing changes between what was read for the value and what was read to
    /// be shown. Most sources say the same within a tick.
    /// </summary>
    private const int MaxTries = 4;

    /// <summary>What users want to be sent.</summary>
    public MetricFilter Filter { get; init; } = MetricFilter.Default;

    /// <summary>Tells the time of each reading.</summary>
    public Func<Moment> Now { get; init; } = static () => Moment.Now;

    /// <summary>Waits for counters to grow.</summary>
    public Action Wait { get; init; } = static () => Thread.Sleep(TimeSpan.FromSeconds(1));

    /// <summary>Whether users want a metric to be sent.</summary>
    public bool IsWanted(MetricTarget target) => HiddenOf(target) is null;

    /// <summary>Explains metrics of one group, which was read once.</summary>
    public IReadOnlyList<Explanation> Explain(IReadOnlyList<MetricTarget> targets)
    {
        GroupReader? reader = targets[0].Reader;
        if (reader is null)
        {
            return [.. targets.Select(target => Explain(target, null, []))];
        }

        WireTrace[] traces = [.. namings.Select(naming => new WireTrace(reader, naming))];
        Instance?[] instances = [.. targets.Select(static target => target.Instance)];
        if (Array.Exists(traces, trace => targets.Any(target => trace.NeedsTwoReadings(target.Row, target.Metric))))
        {
            Write(traces);
            Wait();
        }

        MemoryRecorder recorded = Read(reader);
        Write(traces);
        return [.. targets.Select((target, index) => Explain(target with { Row = RowOf(reader, instances[index]) }, recorded, traces))];
    }

    private static int RowOf(GroupReader reader, Instance? instance)
    {
        for (int row = 0; row < reader.RowCount; row++)
        {
            if (reader.RowAt(row).Instance == instance)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Reads the group, together with what its values are made of.</summary>
    private MemoryRecorder Read(GroupReader reader)
    {
        for (int attempt = 1; ; attempt++)
        {
            context.BeginTick();
            MemoryRecorder before = new(context);
            reader.Record(before);
            reader.Read();
            MemoryRecorder after = new(context);
            reader.Record(after);
            // Performance counters are kept as they were read, and one reading is what the next is held against.
            if (attempt == MaxTries || after.IsSame(before) || !after.Counters.IsEmpty)
            {
                return after;
            }
        }
    }

    private void Write(WireTrace[] traces)
    {
        Moment now = Now();
        foreach (WireTrace trace in traces)
        {
            trace.Write(now);
        }
    }

    private Explanation Explain(MetricTarget target, MemoryRecorder? recorded, WireTrace[] traces)
    {
        SourceInfo? source = Provenance.SourceOf(target.Group, target.Metric, platform);
        RawReading? raw = source is null || recorded is null || target.Instance is not Instance instance ? null
            : RawOf(recorded, source, source.OriginOf(target.Metric)!, instance);
        MetricTarget[] operands = target.Metric.Derived is null ? []
            : [.. Provenance.OperandsOf(target.Group, target.Metric.Derived).Select(metric => target with { Metric = metric })];
        WireLine[] sent = target.Value.IsPresent
            ? [.. traces.SelectMany(trace => trace.Lines(target.Row, target.Metric))]
            : [];
        return new(
            target, target.Name, Declared(target), raw, operands, target.Value,
            target.Value.IsPresent ? null : AbsenceOf(target, raw), HiddenOf(target), sent);
    }

    private RawReading? RawOf(MemoryRecorder recorded, SourceInfo source, Origin origin, Instance instance) => source.Kind switch
    {
        SourceKind.Counters => CounterTrace.Read(recorded, source, origin, instance),
        SourceKind.Native => NativeTrace.Read(recorded, source, origin, instance),
        _ => FileTrace.Read(context, recorded, source, origin, instance),
    };

    private string[] Declared(MetricTarget target)
    {
        if (target.Metric.Derived is string expression)
        {
            return [$"from others of the group: {expression}"];
        }

        // Where this system has none, the others' are all there is to say.
        Platform[] platforms = Provenance.Has(target.Group, target.Metric, platform) ? [platform] : Enum.GetValues<Platform>();
        return
        [
            .. platforms
                .Select(other => (Platform: other, Text: Provenance.Describe(target.Group, target.Metric, other)))
                .Where(static described => described.Text is not null)
                .Select(described => $"{described.Platform.ToString().ToLowerInvariant()}: {WithTicks(described.Text!)}"),
        ];
    }

    private string WithTicks(string text) => text.Replace(
        Origin.ClockTicks,
        string.Create(CultureInfo.InvariantCulture, $"{Origin.ClockTicks} ({context.ClockTicks} a second)"),
        StringComparison.Ordinal);

    private string AbsenceOf(MetricTarget target, RawReading? raw) =>
        !Provenance.Has(target.Group, target.Metric, platform) ? $"{platform} has no such metric"
        : context.HasNoTargets(target.Group)
            ? $"nothing is named; list \"{NamedTargets.SettingOf(target.Group.Name)}\" in the configuration file"
        : target.Reader is not GroupReader reader ? "there is nothing to read it from here"
        : target.Instance is not Instance instance
            ? reader.Fault.IsNone ? $"there is no {target.Group.InstanceLabel} here now" : reader.Fault.ToString()
        : raw is { Text.Count: 0 } ? raw.Place
        : FileOf(target, instance) is string file && raw is null && !reader.Fault.Subject.EndsWith(file, StringComparison.Ordinal)
            ? $"{file} is not here, or has nothing of it"
        : reader.Fault.IsNone ? "this host does not tell it"
        : reader.Fault.ToString();

    /// <summary>The file that a metric is read from; null if it is none.</summary>
    private string? FileOf(MetricTarget target, Instance instance) =>
        Provenance.SourceOf(target.Group, target.Metric, platform) is { IsFile: true } source ? FileTrace.PathOf(source, instance) : null;

    private string? HiddenOf(MetricTarget target)
    {
        if (target.Instance is not Instance instance)
        {
            return null;
        }

        bool isUnusual = context.FilterOf(target.Group).IsUnusual(instance.Name);
        RowFilter filter = new(Filter, target.Group);
        filter.SetUnusual(instance.Name, isUnusual);
        return ((filter.WantedOf(instance.Name) >> target.Metric.Index) & 1) != 0 ? null
            : isUnusual ? $"it is left out unless asked for: --group '+{target.Group.Name}[{instance.Name}]', or --all"
            : ((target.Group.OnRequest >> target.Metric.Index) & 1) != 0
                ? $"it is read on request only: --group '+{target.Group.Name}.{target.Metric.Name}', or --all"
            : $"the configuration's \"group\" leaves it out; ask for it with --group '+{target.Name}'";
    }
}
