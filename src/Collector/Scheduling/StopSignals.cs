using System.Runtime.InteropServices;

namespace Collector.Scheduling;

/// <summary>
/// Turns the system's ways to say "stop" into a call: Ctrl+C, SIGTERM, and a closed terminal or window; and SIGHUP, where there is no
/// terminal that could close, into another.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>Longer than a flush takes, and shorter than the five seconds that Windows gives.</summary>
    private const int EndMilliseconds = 2_000;

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly ManualResetEventSlim _hasEnded = new();

    /// <param name="stop">Called on a thread of the runtime's.</param>
    /// <param name="reload">The same for SIGHUP to a daemon; null where that says stop too.</param>
    public StopSignals(Action stop, Action? reload = null)
    {
        bool reloads = reload is not null && OperatingSystem.IsLinux() && !ControllingTerminal.Exists();
        ReadOnlySpan<PosixSignal> signals = OperatingSystem.IsWindows()
            ? [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP]
            : [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        foreach (PosixSignal signal in signals)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                if (signal == PosixSignal.SIGHUP && reloads)
                {
                    reload!();
                    return;
                }

                stop();
                if (IsFinal(signal))
                {
                    _hasEnded.Wait(EndMilliseconds);
                }
            }));
        }
    }

    public void Dispose()
    {
        _hasEnded.Set();
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }

    /// <summary>When the window closes or the host shuts down, Windows ends the process as soon as the handler returns.</summary>
    private static bool IsFinal(PosixSignal signal) =>
        OperatingSystem.IsWindows() && signal is (PosixSignal.SIGHUP or PosixSignal.SIGTERM);
}
