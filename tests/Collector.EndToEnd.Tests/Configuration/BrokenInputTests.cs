using System.Diagnostics;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>Files and folders with anything in them: a line says what is wrong, and nothing crashes or waits.</summary>
public sealed class BrokenInputTests
{
    private static readonly string[] s_files =
    [
        "", "\0\0\0", "{", "[[[[", "\"", "{\"interval\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"spool\":\"a\\u0000b\"}", "{\"queue-size\":\"79228162514264337593543950335KiB\"}",
        "{\"to\":\"graphite://\\u0000\"}", "{\"to\":\"graphite+tls://a?ca=/dev/null\"}", "{\"interval\":1e999}", "{\"host\":\"\\u001b[2J\\n\",\"interval\":\"\\u001b[2J\"}",
        "{\"counters\":[{\"name\":\"\\ud800\"}]}", "{\"tags\":{\"\\udfff\":\"\"}}", "{\"interval\":\"\u00ff\"}",
    ];

    [Test]
    public async Task A_broken_configuration_is_refused_in_a_line_with_a_place()
    {
        using TemporaryFolder folder = new();
        string deep = new string('[', 100_000) + new string(']', 100_000);
        string[] texts = [.. s_files, $"{{\"to\":{deep}}}", Random(1), Random(2), Random(3)];
        for (int index = 0; index < texts.Length; index++)
        {
            string file = folder.File($"{index}.json");
            await File.WriteAllTextAsync(file, texts[index], Encoding.Latin1);
            CommandResult result = await PublishedCollector.Run("list", "--config", file);

            await Assert.That((result.ExitCode, result.ErrorLines.Length)).IsEqualTo((78, 1)).Because(texts[index] + result.Error);
            await Assert.That(result.Error).StartsWith($"collector: {file}(");
            await Assert.That(result.Error.TrimEnd('\n').Any(char.IsControl)).IsFalse();
        }
    }

    [Test]
    [Arguments("once")]
    [Arguments("list")]
    [Arguments("snapshot")]
    public async Task Below_a_root_nothing_crashes_or_waits(string command)
    {
        for (int kind = 0; kind < 8; kind++)
        {
            using TemporaryFolder folder = new();
            string root = RecordedHost.WithEverything(folder);
            foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToArray())
            {
                await Break(file, kind);
            }

            CommandResult result = await PublishedCollector.Run(command, "--root", root);

            await Assert.That(result.ExitCode is 0 or 74).IsTrue().Because($"{kind}: {result.ExitCode} {result.Error}");
            await Assert.That(result.Error).DoesNotContain("Unhandled").And.DoesNotContain("   at ");
        }
    }

    [Test]
    [Arguments("{ \"platform\": \"\\ud800\" }")]
    [Arguments("{ \"platform\": \"linux\", \"host\": \"h\", \"time\": 99999999999999999, \"clockTicks\": 100 }")]
    [Arguments("{ \"platform\": \"linux\", \"host\": \"h\", \"time\": 1, \"clockTicks\": 1e999 }")]
    [Arguments("[]")]
    public async Task A_broken_recording_is_refused(string recording)
    {
        using TemporaryFolder folder = new();
        folder.Write("recording.json", recording);
        CommandResult result = await PublishedCollector.Run("once", "--root", folder.Path);

        await Assert.That((result.ExitCode, result.ErrorLines.Length)).IsEqualTo((74, 1)).Because(result.Error);
        await Assert.That(result.Error).StartsWith("collector: the recording cannot be read: ");
    }

    [Test]
    public async Task Half_a_character_in_a_file_of_checks_has_its_place()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("checks.json", "{ \"checks\": [\"\\ud800\"] }");
        CommandResult result = await PublishedCollector.Run("verify", "--checks", file);

        await Assert.That(result.ExitCode).IsEqualTo(78);
        await Assert.That(result.Error).IsEqualTo($"collector: {file}(1,14): this is no text: half of a surrogate pair is escaped in it\n");
    }

    private static async Task Break(string file, int kind)
    {
        byte[] text = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        switch (kind)
        {
            case 0:
                await RunTool("mkfifo", file);
                break;
            case 1:
                Directory.CreateDirectory(file);
                break;
            case 2:
                File.CreateSymbolicLink(file, Path.GetFileName(file));
                break;
            case 3:
                File.CreateSymbolicLink(file, "/dev/zero");
                break;
            case 4:
                await File.WriteAllBytesAsync(file, text[..(text.Length / 2)]);
                break;
            case 5:
                new Random(text.Length).NextBytes(text);
                await File.WriteAllBytesAsync(file, text);
                break;
            case 6:
                await File.WriteAllTextAsync(file, Encoding.UTF8.GetString(text).Replace("1", "18446744073709551616", StringComparison.Ordinal));
                break;
            default:
                await File.WriteAllBytesAsync(file, []);
                break;
        }
    }

    private static async Task RunTool(string program, params string[] arguments)
    {
        await using ChildProcess process = new(new ProcessStartInfo(program, arguments));
        await process.Exit();
    }

    private static string Random(int seed)
    {
        byte[] text = new byte[500];
        new Random(seed).NextBytes(text);
        return Encoding.Latin1.GetString(text);
    }
}
