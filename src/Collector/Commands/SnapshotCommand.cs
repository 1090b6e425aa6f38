using System.CommandLine;
using Collector.Configuration;

namespace Collector.Commands;

/// <summary><c>collector snapshot</c>: what defines a host, as JSON, to be compared with another one.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        Option<string?> output = new("--output", "-o")
        {
            Description = "The file to write to; what is there is replaced. Default: standard output.",
            HelpName = "file",
        };
        Command command = new("snapshot", "Write what defines this host, to compare it with another or a later one.") { output };
        CommonOptions common = new CommonOptions().AddTo(
            command, SettingKey.Group, SettingKey.Everything, SettingKey.Host, SettingKey.Root);
        command.SetAction(result => Run(common.Read(result), result.GetValue(output)));
        return command;
    }

    private static int Run(Settings settings, string? file)
    {
        HostSnapshot host = HostSnapshot.Open(settings);
        using MemoryStream text = new();
        host.Take().WriteTo(text);
        Write(text.ToArray(), file);
        return host.Reading.ReportFaults();
    }

    private static void Write(byte[] text, string? file)
    {
        if (file is null)
        {
            using Stream output = Console.OpenStandardOutput();
            output.Write(text);
            output.Flush();
            return;
        }

        try
        {
            File.WriteAllBytes(file, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot write the snapshot: {error.Message}");
        }
    }
}
