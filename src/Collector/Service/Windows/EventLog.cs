using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>Writes events to the event log, in the name of <see cref="EventLogSource"/>. That it cannot stops nothing.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class EventLog : IDisposable
{
    private nint _handle = Advapi32.RegisterEventSourceW(null, EventLogSource.Name);

    public void Write(EventId id, string text)
    {
        fixed (char* insertion = EventText.Of(text))
        {
            char* strings = insertion;
            _ = Advapi32.ReportEventW(_handle, TypeOf(id), 0, (uint)id, null, 1, 0, &strings, null);
        }
    }

    public void Dispose() => _ = Advapi32.DeregisterEventSource(Interlocked.Exchange(ref _handle, 0));

    private static ushort TypeOf(EventId id) => id switch
    {
        EventId.Error or EventId.Refused => Advapi32.EVENTLOG_ERROR_TYPE,
        EventId.Warning => Advapi32.EVENTLOG_WARNING_TYPE,
        _ => Advapi32.EVENTLOG_INFORMATION_TYPE,
    };
}
