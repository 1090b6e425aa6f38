using Collector.Filters;
using Collector.Metrics;
using Collector.Sources.Recordings;

namespace Collector.Sources;

/// <summary>What all readers of a process share: where to read, and what was read in this tick.</summary>
internal sealed class SourceContext(string root)
{
    private readonly Dictionary<string, TextFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<MetricGroup, RowFilter> _filters = [];
    private readonly Dictionary<Type, object> _shared = [];
    private readonly double _clockTicks = root == "/" && OperatingSystem.IsLinux() ? SystemClock.TicksPerSecond() : 100;
    private SelfCounters _self;

    /// <summary>The folder that stands for <c>/</c>.</summary>
    public string Root => root;

    /// <summary>Whether <see cref="Root"/> is another host's (or a recorded one), not this one's own.</summary>
    public bool IsForeign => root != "/";

    /// <summary>What <see cref="Root"/> holds beside files, if it was recorded by the collector; null if it was not.</summary>
    public Recording? Recording { get; } = root == "/" ? null : Recording.Find(root);

    /// <summary>Counts ticks, so that a file that two groups need is read once in each.</summary>
    public long Tick { get; private set; }

    public ref SelfCounters Self => ref _self;

    /// <summary>The sources that look for changes in each read unless somebody watches for them.</summary>
    public List<IWatchedSource> Watched { get; } = [];

    /// <summary>Ticks of the kernel's clock in a second, the unit of CPU times in /proc.</summary>
    public double ClockTicks => Recording?.ClockTicks ?? _clockTicks;

    /// <summary>The services, processes, ports and files that the configuration names.</summary>
    public NamedTargets Targets { get; init; } = NamedTargets.None;

    /// <summary>Whether users choose the instances of a group by name, and have named none. A recording has what was named then.</summary>
    public bool HasNoTargets(MetricGroup group) => Recording is null && Targets.Of(group.Name) is { Count: 0 };

    /// <summary>What users want to be measured.</summary>
    public MetricFilter Filter { get; init; } = MetricFilter.Default;

    public void BeginTick() => Tick++;

    /// <summary>The file at an absolute path below <see cref="Root"/>; the same object for all who ask.</summary>
    public TextFile File(string path)
    {
        if (!_files.TryGetValue(path, out TextFile? file))
        {
            file = new(this, path);
            _files.Add(path, file);
        }

        return file;
    }

    /// <summary>The absolute path that a file below <see cref="Root"/> has on the host that the root stands for.</summary>
    public string PathBelowRoot(string path) => IsForeign ? path[root.TrimEnd('/').Length..] : path;

    /// <summary>What is wanted of a group's instances; the same object for its reader and its source.</summary>
    public RowFilter FilterOf(MetricGroup group)
    {
        if (!_filters.TryGetValue(group, out RowFilter? filter))
        {
            filter = new(Filter, group);
            _filters.Add(group, filter);
        }

        return filter;
    }

    /// <summary>What several sources share (one list of processes for all who need it); the first who asks has it made.</summary>
    public T Shared<T>(Func<SourceContext, T> create)
        where T : class
    {
        if (!_shared.TryGetValue(typeof(T), out object? shared))
        {
            shared = create(this);
            _shared.Add(typeof(T), shared);
        }

        return (T)shared;
    }
}
