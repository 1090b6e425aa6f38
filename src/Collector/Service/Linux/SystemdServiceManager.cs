using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Sources.Linux;

namespace Collector.Service.Linux;

/// <summary>systemd: a unit file, and <c>systemctl</c> for all that the running manager has to do.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SystemdServiceManager : IServiceManager
{
    public ServiceOutcome Install(ServiceDefinition definition)
    {
        if (definition.Root is null)
        {
            RequireManager("install");
        }

        UnitFile file = new(definition.Root ?? "/", definition.Name);
        bool hasChanged = file.Write(SystemdUnit.Text(definition));
        bool isNewlyEnabled = definition.Root is null ? Enable(definition.Name, hasChanged) : file.Enable();
        string what = isNewlyEnabled ? "installed the service" : hasChanged ? "updated the service" : "unchanged: the service";
        ServiceState state = definition.Root is null ? Status(definition.Name).State : ServiceState.Unknown;
        string where = definition.Root is null ? "it starts with the host" : $"it starts with the hosts that are made of '{definition.Root}'";
        return new(hasChanged || isNewlyEnabled, state, $"{what} '{definition.Name}' ({file.Path}); {where}")
        {
            Notes = [.. UnitNotes.Of(definition, hasChanged && state is ServiceState.Running)],
        };
    }

    public ServiceOutcome PlanInstall(ServiceDefinition definition)
    {
        string name = definition.Name;
        if (definition.Root is null)
        {
            RequireSystemd("install a service");
        }

        UnitFile file = new(definition.Root ?? "/", name);
        bool isOther = !file.Says(SystemdUnit.Text(definition));
        bool isEnabled = definition.Root is null ? Systemctl.Show(name).IsEnabled : file.IsEnabled;
        string what = !isEnabled ? "would install the service" : isOther ? "would update the service" : "unchanged: the service";
        return new(isOther || !isEnabled, definition.Root is null ? Status(name).State : ServiceState.Unknown, $"{what} '{name}' ({file.Path})");
    }

    public ServiceOutcome Uninstall(string name)
    {
        RequireManager("uninstall");
        if (PlanUninstall(name) is { HasChanged: false } unchanged)
        {
            return unchanged;
        }

        Systemctl.Do($"stop the service '{name}'", "disable", "--now", $"{name}.service");
        new UnitFile("/", name).Delete();
        Systemctl.Do("have systemd read its units", "daemon-reload");
        _ = Systemctl.Run(out _, "reset-failed", $"{name}.service");
        string state = $"{SystemdUnit.StateFolder}/{name}";
        return new(true, ServiceState.NotInstalled, $"removed the service '{name}'")
        {
            Notes = Directory.Exists(state) ? [$"its folder is left, with what it had not sent: {state}"] : [],
        };
    }

    public ServiceOutcome PlanUninstall(string name)
    {
        ServiceState state = Status(name).State;
        return new UnitFile("/", name).Exists ? new(true, state, $"would remove the service '{name}'")
            : state == ServiceState.NotInstalled ? new(false, state, $"unchanged: there is no service '{name}'")
            : throw new UserError(
                ExitCode.Unreachable, $"cannot uninstall the service '{name}': it was not installed by this command, but by a package; remove that");
    }

    public ServiceOutcome Start(string name)
    {
        RequireManager("start");
        ServiceState state = Status(name).State;
        if (state == ServiceState.NotInstalled)
        {
            throw new UserError(
                ExitCode.Unreachable, $"cannot start the service '{name}': there is no such service; make it with: collector service install");
        }

        if (state == ServiceState.Running)
        {
            return new(false, ServiceState.Running, $"unchanged: the service '{name}' is running");
        }

        // A unit of Type=notify has started when the first tick was taken.
        if (Systemctl.Run(out string output, "start", $"{name}.service") != 0)
        {
            ServiceStatus failed = Status(name);
            string code = failed.ExitCode is int exit and > 0 ? $" with exit code {exit}" : "";
            string why = Systemctl.LastWords(name) is string words ? $": {words}" : $": {Systemctl.FirstLine(output)}";
            throw new UserError(ExitCode.Unreachable, $"the service '{name}' did not start; it ended{code}{why}");
        }

        return new(true, Status(name).State, $"started the service '{name}'");
    }

    public ServiceOutcome Stop(string name)
    {
        RequireManager("stop");
        ServiceState state = Status(name).State;
        if (state is ServiceState.NotInstalled or ServiceState.Stopped or ServiceState.Failed)
        {
            return new(false, state, state == ServiceState.NotInstalled ? $"unchanged: there is no service '{name}'" : $"unchanged: the service '{name}' is stopped");
        }

        Systemctl.Do($"stop the service '{name}'", "stop", $"{name}.service");
        return new(true, Status(name).State, $"stopped the service '{name}'");
    }

    public ServiceStatus Status(string name)
    {
        RequireSystemd("ask for the service");
        return Systemctl.Show(name).ToStatus(name);
    }

    private static bool Enable(string name, bool hasChanged)
    {
        if (hasChanged)
        {
            Systemctl.Do("have systemd read its units", "daemon-reload");
        }

        if (Systemctl.Show(name).IsEnabled)
        {
            return false;
        }

        Systemctl.Do($"enable the service '{name}'", "enable", $"{name}.service");
        return true;
    }

    private static void RequireManager(string verb)
    {
        RequireSystemd($"{verb} a service");
        if (Libc.geteuid() != 0)
        {
            throw new UserError(ExitCode.NoPermission, $"cannot {verb} a service: that takes the rights of root; run it with sudo");
        }
    }

    private static void RequireSystemd(string what)
    {
        if (!Directory.Exists(UnitFiles.RunningMark))
        {
            throw new UserError(
                ExitCode.Unreachable,
                $"cannot {what}: systemd does not run here, as in containers and image chroots; 'collector service install --root DIR' "
                    + "writes its files for an image (--root / for this one), or run 'collector run' by what runs programs here");
        }
    }
}
