using Collector.Configuration;
using Collector.Metrics;
using Collector.Scheduling;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Reads of a host what checks need, and judges them; as often as asked.</summary>
internal sealed class HostWatch
{
    private const double NanosecondsPerSecond = 1e9;

    private readonly Settings _settings;
    private readonly IReadOnlyList<ReadyCheck> _checks;
    private readonly TimeSpan _over;
    private readonly SourceContext _context;
    private readonly Platform _platform;
    private readonly ReadingNeeds _needs = new();
    private readonly List<GroupReader> _readers;
    private HostState? _last;

    /// <param name="settings">Which host.</param>
    /// <param name="platform">What it runs.</param>
    /// <param name="checks">What to check.</param>
    /// <param name="over">The time between the two readings that a rate takes.</param>
    public HostWatch(Settings settings, Platform platform, IReadOnlyList<ReadyCheck> checks, TimeSpan over)
    {
        _settings = settings;
        _platform = platform;
        _checks = checks;
        _over = over;
        foreach (ReadyCheck check in checks.Where(static check => check.IsMeant))
        {
            _needs.Add(check.Expectation.Needs);
        }

        _context = new(settings.Root) { Filter = _needs.Filter, Targets = _needs.TargetsBeside(settings.Targets) };
        _readers = [.. _needs.Groups.Select(group => group.OpenReader(platform, _context)).OfType<GroupReader>()];
    }

    /// <summary>Reads, twice where a rate needs it, and judges.</summary>
    public IReadOnlyList<CheckResult> Examine()
    {
        HostState? before = _last;
        if (_needs.NeedsRate && before is null)
        {
            before = Read();
            Thread.Sleep(_over);
        }

        HostState now = Read();
        _last = now;
        return [.. _checks.Select(check => check.IsMeant ? check.Judge(now, before) : check.Skipped)];
    }

    private HostState Read()
    {
        _context.BeginTick();
        _readers.ForEach(static reader => reader.Read());
        HostFacts facts = _needs.Facts.Count == 0 ? HostFacts.None
            : HostFactsReader.Read(_context, _platform, _settings.HostName);
        return HostState.Of(MonotonicClock.Nanoseconds / NanosecondsPerSecond, facts, _readers, _context);
    }
}
