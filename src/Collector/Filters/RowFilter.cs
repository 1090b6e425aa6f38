using Collector.Metrics;

namespace Collector.Filters;

/// <summary>What is wanted of the instances of one group. Asked once for each instance, when it appears.</summary>
internal sealed class RowFilter
{
    private readonly MetricFilter _filter;
    private readonly FilterItem[] _items;
    private readonly ulong[] _metrics;
    private readonly HashSet<string> _unusual = new(StringComparer.Ordinal);
    private readonly ulong _atFirst;
    private string[] _unusualPatterns = [];
    private HashSet<string>? _seen;

    public RowFilter(MetricFilter filter, MetricGroup group)
    {
        _filter = filter;
        _items = [.. filter.Items.Where(item => item.Matches(group))];
        _metrics = Array.ConvertAll(_items, item => item.MetricsOf(group, filter.All));
        _atFirst = filter.AtFirst(group);
        _seen = Array.Exists(_items, static item => item.Instance is not null) ? new(StringComparer.Ordinal) : null;
        Possible = filter.PossibleOf(group);
        MayWantUnusual = filter.All
            || Array.Exists(_items, static item => item is { Instance: not null, Sign: not FilterSign.Remove });
    }

    /// <summary>The metrics that could be wanted of some instance.</summary>
    public ulong Possible { get; }

    /// <summary>Whether instances that are left out by default need be looked at.</summary>
    public bool MayWantUnusual { get; }

    /// <summary>
    /// The instances that were asked about, unusual ones last, as long as somebody may want to know; null if no item
    /// names any.
    /// </summary>
    public IReadOnlyList<string>? Seen => _seen is null ? null : [.. _seen.Where(name => !IsUnusual(name)), .. _seen.Where(IsUnusual)];

    /// <summary>Says which instances are left out by default, by patterns of their names.</summary>
    public void SetUnusualPatterns(string[] patterns) => _unusualPatterns = patterns;

    /// <summary>Says whether an instance is left out by default for another reason than its name.</summary>
    public void SetUnusual(string instance, bool isUnusual)
    {
        if (isUnusual)
        {
            _unusual.Add(instance);
        }
        else
        {
            _unusual.Remove(instance);
        }
    }

    /// <summary>Forgets the instances that are left out for another reason than their names, before all of them are named anew.</summary>
    public void ForgetUnusual() => _unusual.Clear();

    /// <summary>The metrics that are wanted of an instance.</summary>
    public ulong WantedOf(string instance)
    {
        _seen?.Add(instance);
        bool isUsual = _filter.All || !IsUnusual(instance);
        ulong wanted = isUsual ? _atFirst : 0;
        for (int index = 0; index < _items.Length; index++)
        {
            if (_items[index].Matches(instance, isUsual))
            {
                bool isRemoved = _items[index].Sign == FilterSign.Remove;
                wanted = isRemoved ? wanted & ~_metrics[index] : wanted | _metrics[index];
            }
        }

        return wanted;
    }

    /// <summary>Keeps no more names: hosts with many short-lived instances run for years.</summary>
    public void ForgetSeen() => _seen = null;

    /// <summary>Whether an instance is left out by default.</summary>
    public bool IsUnusual(string instance) =>
        _unusual.Contains(instance) || Array.Exists(_unusualPatterns, pattern => Glob.IsMatch(pattern, instance));
}
