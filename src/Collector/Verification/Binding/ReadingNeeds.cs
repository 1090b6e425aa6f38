using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>What has to be read to evaluate expectations: nothing else need be.</summary>
internal sealed class ReadingNeeds
{
    private readonly List<FilterItem> _items = [];
    private readonly Dictionary<string, List<string>> _targets = new(StringComparer.Ordinal);
    private readonly List<MetricGroup> _groups = [];
    private readonly HashSet<HostFact> _facts = [];
    private readonly List<string> _missing = [];

    /// <summary>The groups to read.</summary>
    public IReadOnlyList<MetricGroup> Groups => _groups;

    /// <summary>The facts to find out.</summary>
    public IReadOnlySet<HostFact> Facts => _facts;

    /// <summary>Whether it takes two readings.</summary>
    public bool NeedsRate { get; set; }

    /// <summary>What this platform does not have, a clause each.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>The instances and metrics to read.</summary>
    public MetricFilter Filter => new() { Items = [.. _items] };

    /// <summary>The services, processes, ports and files that are asked for by name, and those that are configured.</summary>
    /// <param name="configured">Those that are configured.</param>
    public NamedTargets TargetsBeside(NamedTargets configured) => new(
        With("service", configured.Services), With("process", configured.Processes), With("port", configured.Ports), With("file", configured.Files));

    public void AddMissing(string reason)
    {
        if (!_missing.Contains(reason))
        {
            _missing.Add(reason);
        }
    }

    public void AddFact(HostFact fact) => _facts.Add(fact);

    public void Add(InstanceSelector selector, string metric)
    {
        MetricGroup group = selector.Group;
        if (!_groups.Contains(group))
        {
            _groups.Add(group);
        }

        string? instance = group.InstanceLabel is null ? null : selector.Pattern;
        if (instance is not null && NamedTargets.SettingOf(group.Name) is not null && !selector.IsPattern)
        {
            List<string> targets = _targets.TryGetValue(group.Name, out List<string>? known) ? known : _targets[group.Name] = [];
            if (!targets.Contains(instance))
            {
                targets.Add(instance);
            }
        }

        AddItem(group.Name, instance, metric);
        if (instance is [char drive, ..] && char.IsAsciiLetter(drive) && instance.Length <= 2 && instance.EndsWith(instance.Length == 1 ? drive : ':'))
        {
            // What users call C or C: is C:\ to the kernel.
            AddItem(group.Name, $@"{drive}:\", metric);
        }
    }

    /// <summary>Adds what another expectation needs.</summary>
    public void Add(ReadingNeeds other)
    {
        NeedsRate |= other.NeedsRate;
        _facts.UnionWith(other._facts);
        _missing.AddRange(other._missing.Where(reason => !_missing.Contains(reason)));
        _groups.AddRange(other._groups.Where(group => !_groups.Contains(group)));
        _items.AddRange(other._items.Where(item => !_items.Contains(item)));
        foreach ((string group, List<string> names) in other._targets)
        {
            List<string> targets = _targets.TryGetValue(group, out List<string>? known) ? known : _targets[group] = [];
            targets.AddRange(names.Where(name => !targets.Contains(name)));
        }
    }

    private void AddItem(string group, string? instance, string metric)
    {
        FilterItem item = new($"{group}{(instance is null ? "" : $"[{instance}]")}.{metric}", FilterSign.Only, group, instance, metric);
        if (!_items.Contains(item))
        {
            _items.Add(item);
        }
    }

    private List<string> With(string group, IReadOnlyList<string> configured) =>
        _targets.TryGetValue(group, out List<string>? named) ? [.. configured.Union(named)] : [.. configured];
}
