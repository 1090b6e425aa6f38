using System.CommandLine;
using Collector.Configuration;
using Collector.Logging;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Service;
using Collector.Service.Linux;
using Collector.Service.Windows;

namespace Collector.Commands;

/// <summary><c>collector run</c>: polls and forwards until it is stopped.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> s_service = new(ServiceCommandLine.ServiceOption)
    {
        Description = "The service of Windows that this process is; the service manager alone gives it.",
        Hidden = true,
    };

    public static Command Create()
    {
        Command command = new("run", "Poll and forward until stopped.");
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Anywhere);
        command.Add(s_service);
        command.SetAction(result => Run(() => common.Read(result), result.GetValue(s_service)));
        return command;
    }

    private static int Run(Func<Settings> read, string? service)
    {
        using PollSet set = PollSet.Create();
        RunControl control = new(set);
        if (service is not null)
        {
            // The settings are read when the manager has its answer: it does not wait for long.
            return OperatingSystem.IsWindows()
                ? ServiceProcess.Run(service, control, (supervisor, sink) => RunSession.Run(read, set, control, supervisor, sink))
                : throw new UserError(ExitCode.WrongCommandLine, $"{ServiceCommandLine.ServiceOption} is for the service manager of Windows");
        }

        using ISupervisor supervisor = SystemdNotifier.Find() is SystemdNotifier systemd ? systemd : new NoSupervisor();
        using StopSignals signals = new(control.Stop, control.Reload);
        return RunSession.Run(read, set, control, supervisor, StandardErrorSink.Open());
    }
}
