using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>What a service does just now, as the manager sees it.</summary>
/// <param name="State">What it does.</param>
/// <param name="ProcessId">Its process; 0 if it has none.</param>
/// <param name="SystemCode">How it last ended, by the system's codes.</param>
/// <param name="OwnCode">How it last ended, by the collector's exit codes; it counts if the system's code says so.</param>
internal sealed record ServiceActivity(ServiceState State, uint ProcessId, uint SystemCode, uint OwnCode)
{
    private const uint NeverStarted = 1077;
    private const int PollMilliseconds = 25;

    /// <summary>The exit code; null if it has never run, or still does.</summary>
    public int? ExitCode => State is not (ServiceState.Stopped or ServiceState.Failed) || SystemCode == NeverStarted ? null
        : SystemCode == Advapi32.ERROR_SERVICE_SPECIFIC_ERROR ? (int)OwnCode
        : (int)SystemCode;

    [SupportedOSPlatform("windows")]
    public static unsafe ServiceActivity Read(ServiceHandle service, string name)
    {
        Advapi32.SERVICE_STATUS_PROCESS status;
        uint needed;
        return Advapi32.QueryServiceStatusEx(
            service.Value, Advapi32.SC_STATUS_PROCESS_INFO, &status, (uint)sizeof(Advapi32.SERVICE_STATUS_PROCESS), &needed) != 0
            ? new(StateOf(status.dwCurrentState, status.dwWin32ExitCode), status.dwProcessId, status.dwWin32ExitCode, status.dwServiceSpecificExitCode)
            : throw ServiceFault.Of($"ask about the service '{name}'", Marshal.GetLastPInvokeError());
    }

    /// <summary>Waits until it does something else than what is said.</summary>
    /// <returns>What it does then, or when the time is up.</returns>
    [SupportedOSPlatform("windows")]
    public static ServiceActivity WaitWhile(ServiceHandle service, string name, TimeSpan longest, params ServiceState[] states)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ServiceActivity activity = Read(service, name);
        while (states.Contains(activity.State) && watch.Elapsed < longest)
        {
            Thread.Sleep(PollMilliseconds);
            activity = Read(service, name);
        }

        return activity;
    }

    private static ServiceState StateOf(uint state, uint code) => state switch
    {
        Advapi32.SERVICE_STOPPED => code is 0 or NeverStarted ? ServiceState.Stopped : ServiceState.Failed,
        Advapi32.SERVICE_START_PENDING => ServiceState.Starting,
        Advapi32.SERVICE_STOP_PENDING => ServiceState.Stopping,
        Advapi32.SERVICE_RUNNING => ServiceState.Running,
        _ => ServiceState.Unknown,
    };
}
