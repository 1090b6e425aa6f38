using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Service.Windows;

/// <summary>The service manager of Windows.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsServiceManager : IServiceManager
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestRemoval = TimeSpan.FromSeconds(5);

    public ServiceOutcome Install(ServiceDefinition definition)
    {
        if (definition.Root is not null)
        {
            throw new UserError(ExitCode.WrongCommandLine, "--root is for images of Linux; on Windows a service is installed on the running system");
        }

        string what = $"install the service '{definition.Name}'";
        ServiceRegistration wanted = ServiceRegistration.Of(definition);
        using ServiceHandle manager = OpenManager(what, Advapi32.SC_MANAGER_CONNECT | Advapi32.SC_MANAGER_CREATE_SERVICE);
        using ServiceHandle? existing = OpenService(
            manager, definition.Name, what,
            Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_CHANGE_CONFIG | Advapi32.SERVICE_START);
        List<string> changed = existing is null ? [] : Update(existing, definition.Name, what, wanted);
        using ServiceHandle service = existing ?? Create(manager, definition.Name, what, wanted);
        changed.AddRange(new ServiceTraits(service.Value, definition.Name).Apply());
        if (EventLogSource.Register(definition.Executable))
        {
            changed.Add("the event log's source");
        }

        bool hasNewAccess = false;
        List<string> notes =
        [
            .. definition.WritableFolders.Select(folder => FolderAccess.Grant(folder, definition.Name, ref hasNewAccess)).OfType<string>(),
        ];
        if (hasNewAccess)
        {
            changed.Add("access to its folder");
        }

        ServiceState state = ServiceActivity.Read(service, definition.Name).State;
        if (existing is not null && changed.Count > 0 && state == ServiceState.Running)
        {
            notes.Add($"it still runs as it was; for a change to come into force, stop it and start it: collector service stop{NameOption(definition.Name)}");
        }

        return new(existing is null || changed.Count > 0, state, InstallText(definition.Name, wanted.Account, existing is null, changed))
        {
            Notes = notes,
        };
    }

    public ServiceOutcome Uninstall(string name)
    {
        string what = $"remove the service '{name}'";
        using ServiceHandle manager = OpenManager(what, Advapi32.SC_MANAGER_CONNECT);
        using (ServiceHandle? service = OpenService(
            manager, name, what,
            Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_STOP | Advapi32.DELETE))
        {
            if (service is null)
            {
                return new(false, ServiceState.NotInstalled, $"there is no service '{name}'; nothing to remove");
            }

            RequireOurs(ServiceRegistration.Read(service, name), name, what);
            _ = End(service, name, what);
            if (Advapi32.DeleteService(service.Value) == 0)
            {
                throw ServiceFault.Of(what, Marshal.GetLastPInvokeError());
            }
        }

        _ = EventLogSource.Remove();
        return new(true, ServiceState.NotInstalled, $"removed the service '{name}'") { Notes = IsGone(manager, name) ? [] : [
            "it goes away once nobody looks at it any more: close Services and Task Manager"] };
    }

    public ServiceOutcome Start(string name)
    {
        string what = $"start the service '{name}'";
        using ServiceHandle manager = OpenManager(what, Advapi32.SC_MANAGER_CONNECT);
        using ServiceHandle service = OpenService(
            manager, name, what, Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_START)
            ?? throw ServiceFault.Of(what, Advapi32.ERROR_SERVICE_DOES_NOT_EXIST);

        // One that is about to stop takes no start.
        _ = ServiceActivity.WaitWhile(service, name, s_longestStop, ServiceState.Stopping);
        bool isStarted;
        unsafe
        {
            isStarted = Advapi32.StartServiceW(service.Value, 0, null) != 0;
        }

        int error = isStarted ? 0 : Marshal.GetLastPInvokeError();
        if (!isStarted && error != Advapi32.ERROR_SERVICE_ALREADY_RUNNING)
        {
            throw StartFault(what, error, ServiceRegistration.Read(service, name).CommandLine);
        }

        ServiceActivity activity = ServiceActivity.WaitWhile(service, name, s_longestStart, ServiceState.Starting);
        return activity.State != ServiceState.Running ? throw EndedAtOnce(what, activity)
            : isStarted ? new(true, activity.State, string.Create(CultureInfo.InvariantCulture, $"started the service '{name}', process {activity.ProcessId}"))
            : new(false, activity.State, $"the service '{name}' runs already; unchanged");
    }

    public ServiceOutcome Stop(string name)
    {
        string what = $"stop the service '{name}'";
        using ServiceHandle manager = OpenManager(what, Advapi32.SC_MANAGER_CONNECT);
        using ServiceHandle? service = OpenService(manager, name, what, Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_STOP);
        return service is null ? new(false, ServiceState.NotInstalled, $"there is no service '{name}'; nothing to stop")
            : End(service, name, what) ? new(true, ServiceState.Stopped, $"stopped the service '{name}'")
            : new(false, ServiceActivity.Read(service, name).State, $"the service '{name}' does not run; unchanged");
    }

    public ServiceStatus Status(string name)
    {
        string what = $"ask about the service '{name}'";
        using ServiceHandle manager = OpenManager(what, Advapi32.SC_MANAGER_CONNECT);
        using ServiceHandle? service = OpenService(manager, name, what, Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS);
        if (service is null)
        {
            return new(name, ServiceState.NotInstalled);
        }

        ServiceActivity activity = ServiceActivity.Read(service, name);
        ServiceRegistration registration = ServiceRegistration.Read(service, name);
        return new(name, activity.State)
        {
            ProcessId = activity.ProcessId == 0 ? null : (int)activity.ProcessId,
            ExitCode = activity.ExitCode,
            StartMode = StartModeOf(registration.StartType),
            Account = registration.Account,
            CommandLine = registration.CommandLine,
            Notes = activity.State == ServiceState.Failed ? [$"{Reason(activity)}; {LogHint}"] : [],
        };
    }

    private const string LogHint = "the event log 'Application' says more, source Collector";

    private static unsafe ServiceHandle OpenManager(string what, uint access)
    {
        ServiceHandle manager = new(Advapi32.OpenSCManagerW(null, null, access));
        return manager.IsInvalid ? throw ServiceFault.Of(what, Marshal.GetLastPInvokeError()) : manager;
    }

    /// <returns>Null if there is no such service.</returns>
    private static unsafe ServiceHandle? OpenService(ServiceHandle manager, string name, string what, uint access)
    {
        fixed (char* text = name)
        {
            ServiceHandle service = new(Advapi32.OpenServiceW(manager.Value, text, access));
            int error = service.IsInvalid ? Marshal.GetLastPInvokeError() : 0;
            return error switch
            {
                0 => service,
                Advapi32.ERROR_SERVICE_DOES_NOT_EXIST => null,
                _ => throw ServiceFault.Of(what, error),
            };
        }
    }

    private static unsafe ServiceHandle Create(ServiceHandle manager, string name, string what, ServiceRegistration wanted)
    {
        ServiceHandle service = new(Advapi32.CreateServiceW(
            manager.Value, name, wanted.DisplayName,
            Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_CHANGE_CONFIG | Advapi32.SERVICE_START,
            Advapi32.SERVICE_WIN32_OWN_PROCESS, wanted.StartType, Advapi32.SERVICE_ERROR_NORMAL, wanted.CommandLine,
            null, null, null, wanted.Account, ServiceRegistration.PasswordOf(wanted.Account)));
        return service.IsInvalid ? throw ServiceFault.Of(what, Marshal.GetLastPInvokeError()) : service;
    }

    private static unsafe List<string> Update(ServiceHandle service, string name, string what, ServiceRegistration wanted)
    {
        ServiceRegistration before = ServiceRegistration.Read(service, name);
        RequireOurs(before, name, what);
        List<string> changed = [.. wanted.Differences(before)];

        // The account is named only if it is to be another: naming it would take its password away.
        bool isOther = !wanted.HasAccountOf(before);
        return changed.Count == 0 || Advapi32.ChangeServiceConfigW(
            service.Value, Advapi32.SERVICE_WIN32_OWN_PROCESS, wanted.StartType, Advapi32.SERVICE_ERROR_NORMAL, wanted.CommandLine,
            null, null, null, isOther ? wanted.Account : null, isOther ? ServiceRegistration.PasswordOf(wanted.Account) : null,
            wanted.DisplayName) != 0
            ? changed
            : throw ServiceFault.Of(what, Marshal.GetLastPInvokeError());
    }

    /// <summary>Another program's service of that name is not ours to change.</summary>
    private static void RequireOurs(ServiceRegistration registration, string name, string what)
    {
        if (!ServiceCommandLine.IsOurs(registration.CommandLine, name))
        {
            throw new UserError(
                ExitCode.WrongCommandLine,
                $"cannot {what}: it was not made by 'collector service install', and runs {registration.CommandLine}; "
                    + "give another --name, or remove it with: sc delete");
        }
    }

    /// <summary>Ends a service, if it runs, and waits until it has ended.</summary>
    /// <returns>Whether it ran.</returns>
    private static unsafe bool End(ServiceHandle service, string name, string what)
    {
        // One that is about to start takes no stop.
        ServiceActivity activity = ServiceActivity.WaitWhile(service, name, s_longestStart, ServiceState.Starting);
        if (activity.State is ServiceState.Stopped or ServiceState.Failed)
        {
            return false;
        }

        Advapi32.SERVICE_STATUS status;
        if (Advapi32.ControlService(service.Value, Advapi32.SERVICE_CONTROL_STOP, &status) == 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == Advapi32.ERROR_SERVICE_NOT_ACTIVE)
            {
                return false;
            }

            if (error != Advapi32.ERROR_SERVICE_CANNOT_ACCEPT_CTRL)
            {
                throw ServiceFault.Of(what, error);
            }
        }

        activity = ServiceActivity.WaitWhile(service, name, s_longestStop, ServiceState.Running, ServiceState.Stopping);
        return activity.State is ServiceState.Stopped or ServiceState.Failed ? true : throw new UserError(
            ExitCode.NotInTime,
            string.Create(CultureInfo.InvariantCulture, $"cannot {what}: it has not ended within {s_longestStop.TotalSeconds:0} s (process {activity.ProcessId})"));
    }

    private static bool IsGone(ServiceHandle manager, string name)
    {
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using ServiceHandle? service = OpenService(manager, name, "", Advapi32.SERVICE_QUERY_STATUS);
            if (service is null || watch.Elapsed > s_longestRemoval)
            {
                return service is null;
            }

            service.Dispose();
            Thread.Sleep(50);
        }
    }

    private static UserError StartFault(string what, int error, string commandLine) => error switch
    {
        SystemError.NoSuchFile => new(
            ExitCode.Unreachable, $"cannot {what}: its executable is gone; its command line is {commandLine}"),
        _ when SystemError.IsDenied(error) && Environment.IsPrivilegedProcess => new(
            ExitCode.NoPermission,
            $"cannot {what}: its account may not read the executable; put it below Program Files and install it from there ({commandLine})"),
        _ => ServiceFault.Of(what, error),
    };

    private static UserError EndedAtOnce(string what, ServiceActivity activity) => activity.State == ServiceState.Starting
        ? new(ExitCode.NotInTime, string.Create(CultureInfo.InvariantCulture, $"cannot {what}: it is not ready after {s_longestStart.TotalSeconds:0} s; {LogHint}"))
        : new(activity.ExitCode is > 0 and < 256 ? activity.ExitCode.Value : ExitCode.Unreachable, $"cannot {what}: {Reason(activity)}; {LogHint}");

    /// <summary>Why it ended, as far as the manager knows.</summary>
    private static string Reason(ServiceActivity activity) =>
        activity.SystemCode != Advapi32.ERROR_SERVICE_SPECIFIC_ERROR
            ? $"it ended: {SystemError.Describe((int)activity.SystemCode)}"
            : activity.ExitCode switch
            {
                ExitCode.InvalidConfiguration => "its configuration is invalid (78)",
                ExitCode.WrongCommandLine => "its command line is wrong (64); install it again with 'collector service install'",
                ExitCode.InputOutput => "nothing is left to write to (74)",
                _ => string.Create(CultureInfo.InvariantCulture, $"it ended with {activity.ExitCode}"),
            };

    private static string InstallText(string name, string account, bool isNew, List<string> changed) =>
        isNew ? $"installed the service '{name}': it starts with Windows, as {account}; start it now with: collector service start{NameOption(name)}"
        : changed.Count > 0 ? $"updated the service '{name}': {string.Join(", ", changed)}"
        : $"the service '{name}' is installed like this; unchanged";

    private static string NameOption(string name) => name == "collector" ? "" : $" --name {name}";

    private static string StartModeOf(uint type) => type switch
    {
        Advapi32.SERVICE_AUTO_START => "automatic (delayed)",
        3 => "on demand",
        4 => "disabled",
        _ => type.ToString(CultureInfo.InvariantCulture),
    };
}
