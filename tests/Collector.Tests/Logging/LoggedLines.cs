using Collector.Logging;

namespace Collector.Tests.Logging;

/// <summary>Keeps what is logged.</summary>
internal sealed class LoggedLines : ILogSink
{
    private readonly List<string> _lines;

    /// <param name="lines">Where the lines go; each without its level.</param>
    private LoggedLines(List<string> lines) => _lines = lines;

    /// <summary>Says nothing.</summary>
    public static Log Nowhere { get; } = new([]);

    public static Log To(List<string> lines) => new([new LoggedLines(lines)]);

    public void Write(LogLevel level, string line) => _lines.Add(line);

    public void Dispose()
    {
    }
}
