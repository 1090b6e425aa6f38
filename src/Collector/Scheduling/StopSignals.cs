using System.Runtime.InteropServices;

namespace Collector.Scheduling;

/// <summary>Turns the system's ways to say "stop" into a call: Ctrl+C and SIGTERM; on Windows a closed window too.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <param name="stop">Called on a thread of the runtime's.</param>
    public StopSignals(Action stop)
    {
        ReadOnlySpan<PosixSignal> signals = OperatingSystem.IsWindows()
            ? [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP]
            : [PosixSignal.SIGINT, PosixSignal.SIGTERM];
        foreach (PosixSignal signal in signals)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                stop();
            }));
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
