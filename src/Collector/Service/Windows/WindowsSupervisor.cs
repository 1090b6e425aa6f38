using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>Tells the service manager how its service goes, and takes what it wants.</summary>
/// <param name="name">The service's name.</param>
/// <param name="events">The event log.</param>
/// <param name="control">What the manager's wishes are passed to.</param>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsSupervisor(string name, EventLog events, RunControl control) : ISupervisor
{
    /// <summary>The first tick is before "running": some performance counters take their time.</summary>
    private const uint StartMilliseconds = 60_000;

    /// <summary>A tick that is under way comes to its end before the stop is seen.</summary>
    private const uint StopMilliseconds = 15_000;

    private const uint Accepted = Advapi32.SERVICE_ACCEPT_STOP | Advapi32.SERVICE_ACCEPT_PRESHUTDOWN | Advapi32.SERVICE_ACCEPT_PARAMCHANGE;

    private readonly Lock _lock = new();
    private Advapi32.SERVICE_STATUS _status = new() { dwServiceType = Advapi32.SERVICE_WIN32_OWN_PROCESS };
    private nint _handle;
    private bool _isAskedToEnd;

    /// <summary>The manager knows all that it needs by each change of the state.</summary>
    public long NextBeat => long.MaxValue;

    /// <summary>Says that the service comes up.</summary>
    /// <param name="handle">What the manager gave when it learnt whom to call.</param>
    public void Begin(nint handle)
    {
        _handle = handle;
        Report(Advapi32.SERVICE_START_PENDING, StartMilliseconds);
    }

    public void Ready()
    {
        lock (_lock)
        {
            if (_isAskedToEnd || _status.dwCurrentState == Advapi32.SERVICE_RUNNING)
            {
                return;
            }

            Report(Advapi32.SERVICE_RUNNING, 0);
        }

        events.Write(EventId.Started, $"the service '{name}' runs: {Environment.CommandLine}");
    }

    public void Reloading() => events.Write(EventId.Reloaded, "the service manager says that parameters have changed: the configuration is read again");

    public void Stopping(TimeSpan atMost) => Report(Advapi32.SERVICE_STOP_PENDING, StopMilliseconds + (uint)atMost.TotalMilliseconds);

    public void Beat(long now, in RunStatus status)
    {
    }

    public void Dispose()
    {
    }

    /// <summary>Takes a wish of the manager's, on a thread of its own.</summary>
    /// <returns>The system's code for what came of it.</returns>
    public uint Take(uint wish)
    {
        switch (wish)
        {
            case Advapi32.SERVICE_CONTROL_STOP or Advapi32.SERVICE_CONTROL_PRESHUTDOWN:
                lock (_lock)
                {
                    _isAskedToEnd = true;
                    Report(Advapi32.SERVICE_STOP_PENDING, StopMilliseconds);
                }

                control.Stop();
                return Advapi32.ERROR_SUCCESS;
            case Advapi32.SERVICE_CONTROL_PARAMCHANGE:
                control.Reload();
                return Advapi32.ERROR_SUCCESS;
            case Advapi32.SERVICE_CONTROL_INTERROGATE:
                return Advapi32.ERROR_SUCCESS;
            default:
                return Advapi32.ERROR_CALL_NOT_IMPLEMENTED;
        }
    }

    /// <summary>Says that the service has ended. The process may be gone with the next breath.</summary>
    public void End(int exitCode)
    {
        // Whoever wants it to end does not want it started again since a receiver was down meanwhile.
        bool isFailure = exitCode != ExitCode.Done && !_isAskedToEnd;
        events.Write(EventId.Stopped, $"the service '{name}' has ended, exit code {exitCode}");
        lock (_lock)
        {
            _status.dwWin32ExitCode = isFailure ? Advapi32.ERROR_SERVICE_SPECIFIC_ERROR : 0u;
            _status.dwServiceSpecificExitCode = isFailure ? (uint)exitCode : 0;
            Report(Advapi32.SERVICE_STOPPED, 0);
        }
    }

    private void Report(uint state, uint waitMilliseconds)
    {
        lock (_lock)
        {
            _status.dwCurrentState = state;
            _status.dwControlsAccepted = state == Advapi32.SERVICE_RUNNING ? Accepted : 0;
            _status.dwWaitHint = waitMilliseconds;
            _status.dwCheckPoint = waitMilliseconds == 0 ? 0 : _status.dwCheckPoint + 1;
            fixed (Advapi32.SERVICE_STATUS* status = &_status)
            {
                _ = Advapi32.SetServiceStatus(_handle, status);
            }
        }
    }
}
