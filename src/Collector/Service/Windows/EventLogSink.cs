using System.Runtime.Versioning;
using Collector.Logging;

namespace Collector.Service.Windows;

/// <summary>Lines of the log as events.</summary>
/// <param name="events">Where they go; it belongs to somebody else.</param>
[SupportedOSPlatform("windows")]
internal sealed class EventLogSink(EventLog events) : ILogSink
{
    public void Write(LogLevel level, string line) => events.Write(
        level switch
        {
            LogLevel.Error => EventId.Error,
            LogLevel.Warning => EventId.Warning,
            _ => EventId.Information,
        },
        line);

    public void Dispose()
    {
    }
}
