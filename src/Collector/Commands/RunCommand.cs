using System.CommandLine;
using Collector.Configuration;
using Collector.Logging;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Service;

namespace Collector.Commands;

/// <summary><c>collector run</c>: polls and forwards until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Command command = new("run", "Poll and forward until stopped.");
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Anywhere);
        command.SetAction(result => Run(() => common.Read(result)));
        return command;
    }

    private static int Run(Func<Settings> read)
    {
        using PollSet set = PollSet.Create();
        RunControl control = new(set);
        using ISupervisor supervisor = SystemdNotifier.Find() is SystemdNotifier systemd ? systemd : new NoSupervisor();
        using StopSignals signals = new(control.Stop, control.Reload);
        return RunSession.Run(read, set, control, supervisor, StandardErrorSink.Open());
    }
}
