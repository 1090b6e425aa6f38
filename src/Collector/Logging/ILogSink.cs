namespace Collector.Logging;

/// <summary>A place where the lines of the log go. It never waits for long, and never throws.</summary>
internal interface ILogSink : IDisposable
{
    /// <param name="level">How much it matters.</param>
    /// <param name="line">One line, without control characters.</param>
    void Write(LogLevel level, string line);
}
