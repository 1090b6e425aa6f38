using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Logging;
using Collector.Polling;
using Collector.Sources;

namespace Collector.Service.Windows;

/// <summary>This process as the service manager's: it connects to it before anything else, and works on the thread that it is given.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/services/service-servicemain-function</remarks>
[SupportedOSPlatform("windows")]
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "It ends with the process.")]
internal sealed unsafe class ServiceProcess
{
    private static ServiceProcess? s_current;

    private readonly string _name;
    private readonly Func<ISupervisor, ILogSink, int> _work;
    private readonly EventLog _events = new();
    private readonly WindowsSupervisor _supervisor;
    private readonly ManualResetEventSlim _hasEnded = new();
    private int _exitCode;

    private ServiceProcess(string name, RunControl control, Func<ISupervisor, ILogSink, int> work)
    {
        _name = name;
        _work = work;
        _supervisor = new(name, _events, control);
    }

    /// <summary>The name of the service that a command line is for; null if it is for a person.</summary>
    public static string? NameIn(string[] arguments) =>
        arguments is ["run", ServiceCommandLine.ServiceOption, string name, ..] ? name : null;

    /// <summary>Serves until the manager says stop.</summary>
    /// <param name="name">The service's name.</param>
    /// <param name="control">What the manager's wishes are passed to.</param>
    /// <param name="work">What the service does, with whom to tell about it, and where its log goes.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">No service manager has started this process.</exception>
    public static int Run(string name, RunControl control, Func<ISupervisor, ILogSink, int> work)
    {
        ServiceProcess process = s_current = new(name, control, work);
        fixed (char* text = name)
        {
            Advapi32.SERVICE_TABLE_ENTRYW* table = stackalloc Advapi32.SERVICE_TABLE_ENTRYW[2];
            table[0] = new() { lpServiceName = text, lpServiceProc = &ServiceMain };
            table[1] = default;
            if (Advapi32.StartServiceCtrlDispatcherW(table) == 0)
            {
                int error = Marshal.GetLastPInvokeError();
                throw new UserError(ExitCode.WrongCommandLine, error == Advapi32.ERROR_FAILED_SERVICE_CONTROLLER_CONNECT
                    ? $"{ServiceCommandLine.ServiceOption} is for the service manager alone; start the service with: collector service start"
                    : $"the service manager does not answer: {SystemError.Describe(error)}");
            }
        }

        // The dispatcher may return while the service still says its last word.
        process._hasEnded.Wait();
        return process._exitCode;
    }

    /// <summary>Tells the manager that the service cannot run, as a service that ended.</summary>
    public static int Refuse(string name, UserError error)
    {
        using PollSet set = PollSet.Create();
        return Run(name, new(set), (_, _) => throw error);
    }

    [UnmanagedCallersOnly]
    private static void ServiceMain(uint count, char** arguments) => s_current!.Serve();

    [UnmanagedCallersOnly]
    private static uint Take(uint wish, uint kind, void* data, void* context) => s_current!._supervisor.Take(wish);

    private void Serve()
    {
        fixed (char* text = _name)
        {
            _supervisor.Begin(Advapi32.RegisterServiceCtrlHandlerExW(text, &Take, null));
        }

        try
        {
            _exitCode = _work(_supervisor, new EventLogSink(_events));
        }
        catch (UserError error)
        {
            _exitCode = error.ExitCode;
            _events.Write(EventId.Refused, string.Join(Environment.NewLine, [error.Message, .. error.Below]));
        }
        catch (Exception error)
        {
            // The manager sees the process die, and starts it again; this tells why.
            _events.Write(EventId.Error, $"{error.GetType().Name}: {error.Message}");
            throw;
        }

        _supervisor.End(_exitCode);
        _events.Dispose();
        _hasEnded.Set();
    }
}
