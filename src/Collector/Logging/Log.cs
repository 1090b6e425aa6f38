namespace Collector.Logging;

/// <summary>Lines for people about what changes, one an event. It is used by the loop's thread alone.</summary>
/// <remarks>
/// Nothing is logged in a steady tick, so lines are composed freely. What is said too often is counted instead: see
/// <see cref="RepeatGuard"/>.
/// </remarks>
internal sealed class Log
{
    private readonly LogCore _core;
    private readonly string _before;

    private Log(LogCore core, string before)
    {
        _core = core;
        _before = before;
    }

    /// <param name="sinks">Where lines go.</param>
    /// <param name="least">The least that is written.</param>
    public Log(IReadOnlyList<ILogSink> sinks, LogLevel least = LogLevel.Information)
        : this(new(sinks, least), "")
    {
    }

    /// <summary>Changes where lines go; also for all that were made with <see cref="For"/>.</summary>
    public void Configure(IReadOnlyList<ILogSink> sinks, LogLevel least) => _core.Configure(sinks, least);

    /// <summary>The same log for one part of the program, whose lines begin with its name.</summary>
    public Log For(string part) => new(_core, $"{_before}{part}: ");

    public void Error(string line) => Write(LogLevel.Error, line);

    public void Warning(string line) => Write(LogLevel.Warning, line);

    public void Information(string line) => Write(LogLevel.Information, line);

    /// <summary>Several lines of one kind.</summary>
    public void Warning(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Warning(line);
        }
    }

    /// <summary>Says what was counted and not said, if it is time to. Allocates nothing otherwise.</summary>
    /// <param name="now">The monotonic clock, in nanoseconds.</param>
    public void ReportRepeats(long now) => _core.ReportRepeats(now);

    /// <summary>Says what was counted and not said: the end is near.</summary>
    public void ReportAllRepeats() => _core.ReportRepeats(long.MaxValue);

    private void Write(LogLevel level, string line) => _core.Write(level, _before + line);
}
