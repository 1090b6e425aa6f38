using Collector.Scheduling;

namespace Collector.Logging;

/// <summary>Weighs lines, and hands those that are wanted to all sinks.</summary>
/// <param name="sinks">Where lines go.</param>
/// <param name="least">The least that is written.</param>
internal sealed class LogCore(IReadOnlyList<ILogSink> sinks, LogLevel least)
{
    private readonly RepeatGuard _repeats = new();
    private IReadOnlyList<ILogSink> _sinks = sinks;
    private LogLevel _least = least;

    public void Configure(IReadOnlyList<ILogSink> sinks, LogLevel least)
    {
        _sinks = sinks;
        _least = least;
    }

    public void Write(LogLevel level, string line)
    {
        if (level <= _least && _repeats.Admits(level, line, MonotonicClock.Nanoseconds))
        {
            Send(level, line);
        }
    }

    public void ReportRepeats(long now)
    {
        while (_repeats.TakeDue(now) is Repeated repeated)
        {
            Send(repeated.Level, $"{repeated.Line} (this, or the like, {repeated.Count} times more in {RepeatGuard.Minutes} minutes)");
        }
    }

    private void Send(LogLevel level, string line)
    {
        string printable = StandardError.Printable(line);
        foreach (ILogSink sink in _sinks)
        {
            sink.Write(level, printable);
        }
    }
}
