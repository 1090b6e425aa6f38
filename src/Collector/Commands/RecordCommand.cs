using System.CommandLine;
using Collector.Configuration;
using Collector.Metrics;
using Collector.Sources.Recordings;

namespace Collector.Commands;

/// <summary><c>collector record</c>: captures what the sources read, to be replayed anywhere with <c>--root</c>.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("DIR")
        {
            Description = "The folder to write to: one that is not there yet, or is empty.",
        };
        Command command = new("record", "Capture what the sources read into a folder, to replay it anywhere with --root.")
        {
            folder,
        };
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.Host, SettingKey.Root);
        command.SetAction(result => Run(common.Read(result), result.GetValue(folder)!));
        return command;
    }

    private static int Run(Settings settings, string folder)
    {
        Prepare(folder);

        // A recording is of the whole host; what of it is wanted is a matter of those who replay it.
        HostReading reading = HostReading.Open(settings with { Filter = new() { All = true } }, isLasting: false);
        reading.Read();
        Platform platform = HostReading.PlatformOf(reading.Context);
        FolderRecorder recorder = new(folder, reading.Context);
        try
        {
            foreach (GroupReader reader in reading.Readers)
            {
                reader.Record(recorder);
            }

            recorder.Finish(platform, settings.HostName, DateTimeOffset.UtcNow);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot write the recording: {error.Message}");
        }

        int exitCode = reading.ReportFaults();
        int natives = recorder.Files.Count(static file => file.StartsWith(Recording.NativeFolder + "/", StringComparison.Ordinal));
        Console.Out.WriteLine(StandardError.Printable(
            $"recorded {Count(recorder.Files.Count - natives - 1, "file")} and {Count(natives, "native source")} of {settings.HostName} " +
            $"({platform.ToString().ToLowerInvariant()}) into {folder}; replay it with: collector once --root {Quoted(folder)}"));
        return exitCode;
    }

    private static void Prepare(string folder)
    {
        try
        {
            if (File.Exists(folder))
            {
                throw new UserError(ExitCode.WrongCommandLine, $"'{folder}' is a file; name a folder");
            }

            Directory.CreateDirectory(folder);
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new UserError(
                    ExitCode.WrongCommandLine, $"the folder '{folder}' is not empty; empty it, or name one that is not there yet");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot make the folder '{folder}': {error.Message}");
        }
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Quoted(string folder) => folder.Contains(' ') ? $"\"{folder}\"" : folder;
}
