using System.CommandLine;
using Collector.Configuration;
using Collector.Verification;

namespace Collector.Commands;

/// <summary><c>collector doctor</c>: is everything here fit to measure and to deliver? The same as <c>verify --self</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Command command = new("doctor", "Look whether everything here is fit to measure and to deliver, and say how to mend it.");
        FormatOption format = new FormatOption("How to report.", ReportFormat.Names).AddTo(command);
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.To, SettingKey.Spool, SettingKey.Host, SettingKey.Root);
        command.SetAction(result => VerifyCommand.Run(
            new() { IsSelf = true, Format = ReportFormat.Find(format.Read(result))! }, () => common.Read(result)));
        return command;
    }
}
