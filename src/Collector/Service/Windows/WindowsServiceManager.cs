using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>The service manager of Windows.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsServiceManager : IServiceManager
{
    private const uint Asking = Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS;

    /// <summary>Whoever has a service started after a failure has to be able to start it.</summary>
    private const uint Changing = Asking | Advapi32.SERVICE_CHANGE_CONFIG | Advapi32.SERVICE_START;

    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(30);

    public ServiceOutcome Install(ServiceDefinition definition)
    {
        string name = definition.Name;
        string what = $"install the service '{name}'";
        ServiceRegistration wanted = ServiceRegistration.Of(definition);
        using ServiceDatabase services = ServiceDatabase.Open(what, Advapi32.SC_MANAGER_CONNECT | Advapi32.SC_MANAGER_CREATE_SERVICE);
        using ServiceHandle? existing = services.Find(name, Changing);
        List<string> changed = existing is null ? [] : Update(existing, name, what, wanted);
        using ServiceHandle service = existing ?? services.Create(name, Changing, wanted);
        changed.AddRange(new ServiceTraits(service.Value, name).Apply());
        if (EventLogSource.Register(definition.Executable))
        {
            changed.Add("the event log's source");
        }

        List<string> notes = Grant(definition, changed);
        ServiceState state = ServiceActivity.Read(service, name).State;
        if (existing is not null && changed.Count > 0 && state == ServiceState.Running)
        {
            notes.Add(ServiceTexts.RunsAsItWas(name));
        }

        return new(existing is null || changed.Count > 0, state, ServiceTexts.Installed(name, wanted.Account, existing is null, changed))
        {
            Notes = notes,
        };
    }

    public ServiceOutcome PlanInstall(ServiceDefinition definition) => ServicePlan.OfInstall(definition);

    public ServiceOutcome PlanUninstall(string name) => ServicePlan.OfUninstall(name);

    public ServiceOutcome Uninstall(string name)
    {
        string what = $"remove the service '{name}'";
        using ServiceDatabase services = ServiceDatabase.Open(what);
        using (ServiceHandle? service = services.Find(name, Asking | Advapi32.SERVICE_STOP | Advapi32.DELETE))
        {
            if (service is null)
            {
                return new(false, ServiceState.NotInstalled, ServiceTexts.NothingToRemove(name));
            }

            ServiceRegistration.Read(service, name).RequireOurs(name, what);
            _ = End(service, name, what);
            if (Advapi32.DeleteService(service.Value) == 0)
            {
                throw ServiceFault.Of(what, Marshal.GetLastPInvokeError());
            }
        }

        _ = EventLogSource.Remove();
        return new(true, ServiceState.NotInstalled, $"removed the service '{name}'")
        {
            Notes = services.HasForgotten(name) ? [] : ["it goes away once nobody looks at it any more: close Services and Task Manager"],
        };
    }

    public ServiceOutcome Start(string name)
    {
        string what = $"start the service '{name}'";
        using ServiceDatabase services = ServiceDatabase.Open(what);
        using ServiceHandle service = services.Find(name, Asking | Advapi32.SERVICE_START)
            ?? throw ServiceFault.Of(what, Advapi32.ERROR_SERVICE_DOES_NOT_EXIST);

        // One that is about to stop takes no start.
        _ = ServiceActivity.WaitWhile(service, name, s_longestStop, ServiceState.Stopping);
        bool isStarted = Advapi32.StartServiceW(service.Value, 0, null) != 0;
        int error = isStarted ? Advapi32.ERROR_SUCCESS : Marshal.GetLastPInvokeError();
        if (!isStarted && error != Advapi32.ERROR_SERVICE_ALREADY_RUNNING)
        {
            throw ServiceFault.OfStart(what, error, ServiceRegistration.Read(service, name).CommandLine);
        }

        ServiceActivity activity = ServiceActivity.WaitWhile(service, name, s_longestStart, ServiceState.Starting);
        return activity.State != ServiceState.Running ? throw ServiceFault.OfEnd(what, activity, s_longestStart)
            : isStarted ? new(true, activity.State, string.Create(CultureInfo.InvariantCulture, $"started the service '{name}', process {activity.ProcessId}"))
            : new(false, activity.State, $"the service '{name}' runs already; unchanged");
    }

    public ServiceOutcome Stop(string name)
    {
        string what = $"stop the service '{name}'";
        using ServiceDatabase services = ServiceDatabase.Open(what);
        using ServiceHandle? service = services.Find(name, Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_STOP);
        return service is null ? new(false, ServiceState.NotInstalled, $"there is no service '{name}'; nothing to stop")
            : End(service, name, what) ? new(true, ServiceState.Stopped, $"stopped the service '{name}'")
            : new(false, ServiceActivity.Read(service, name).State, $"the service '{name}' does not run; unchanged");
    }

    public ServiceStatus Status(string name)
    {
        using ServiceDatabase services = ServiceDatabase.Open($"ask about the service '{name}'");
        using ServiceHandle? service = services.Find(name, Asking);
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
            StartMode = ServiceTexts.StartMode(registration.StartType, new ServiceTraits(service.Value, name).IsDelayed),
            Account = registration.Account,
            CommandLine = registration.CommandLine,
            Notes = activity.State == ServiceState.Failed ? [$"{ServiceTexts.Reason(activity)}; {ServiceTexts.LogHint}"] : [],
        };
    }

    private static List<string> Update(ServiceHandle service, string name, string what, ServiceRegistration wanted)
    {
        ServiceRegistration before = ServiceRegistration.Read(service, name);
        before.RequireOurs(name, what);
        List<string> changed = [.. wanted.Differences(before)];

        // The account is named only if it is to be another: naming it would take its password away.
        string? account = wanted.HasAccountOf(before) ? null : wanted.Account;
        string? password = account is null ? null : ServiceRegistration.PasswordOf(account);
        return changed.Count == 0 || Advapi32.ChangeServiceConfigW(
            service.Value, Advapi32.SERVICE_WIN32_OWN_PROCESS, wanted.StartType, Advapi32.SERVICE_ERROR_NORMAL, wanted.CommandLine,
            null, null, null, account, password, wanted.DisplayName) != 0
            ? changed
            : throw ServiceFault.Of(what, Marshal.GetLastPInvokeError());
    }

    /// <summary>Lets the service write where it is to.</summary>
    /// <returns>What did not succeed.</returns>
    private static List<string> Grant(ServiceDefinition definition, List<string> changed)
    {
        bool hasNewAccess = false;
        List<string> faults =
        [
            .. definition.WritableFolders.Select(folder => FolderAccess.Grant(folder, definition.Name, ref hasNewAccess)).OfType<string>(),
        ];
        if (hasNewAccess)
        {
            changed.Add("access to its folder");
        }

        return faults;
    }

    /// <summary>Ends a service, if it runs, and waits until it has ended.</summary>
    /// <returns>Whether it ran.</returns>
    private static bool End(ServiceHandle service, string name, string what)
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
}
