using System.CommandLine;
using Collector.Configuration;
using Collector.Reports;

namespace Collector.Commands;

/// <summary><c>collector config show</c>: every setting with its value, and where that comes from.</summary>
internal static class ConfigShowCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create()
    {
        Command command = new("show", "Show every setting with the value in force, and where that comes from.");
        FormatOption format = new FormatOption("How to print.", Text, Json).AddTo(command);
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Anywhere);
        command.SetAction(result => Run(common.ReadEffective(result), format.Read(result)));
        return command;
    }

    private static int Run(EffectiveSettings effective, string format)
    {
        if (format == Text)
        {
            Console.Out.Write(SettingsReport.Render(effective));
            return ExitCode.Done;
        }

        using Stream output = Console.OpenStandardOutput();
        SettingsReport.Write(output, effective);
        return ExitCode.Done;
    }
}
