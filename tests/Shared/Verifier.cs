using System.Runtime.CompilerServices;

namespace Collector.Tests.Shared;

/// <summary>
/// Compares text with <c>Snapshots/&lt;Class&gt;.&lt;Test&gt;.verified.&lt;extension&gt;</c>, in the shape and with the file names
/// of the package Verify, which can take this class's place. What differs is written beside it as <c>.received</c>;
/// <c>ACCEPT_SNAPSHOTS=1</c> writes the accepted file instead.
/// </summary>
internal static class Verifier
{
    private static readonly bool s_accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <param name="target">The text.</param>
    /// <param name="extension">What kind of text it is.</param>
    /// <param name="parameters">What tells the runs of one test apart.</param>
    /// <param name="test">The test.</param>
    /// <param name="file">The file of its class.</param>
    public static async Task Verify(
        string target,
        string extension = "txt",
        string parameters = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{test}{(parameters.Length > 0 ? "_" : "")}{parameters}";
        string verified = Path.Combine(folder, $"{name}.verified.{extension}");
        string received = Path.Combine(folder, $"{name}.received.{extension}");
        string? expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        bool isEqual = expected?.ReplaceLineEndings("\n") == target;
        if (!isEqual)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(s_accept ? verified : received, target);
        }

        if (isEqual || s_accept)
        {
            File.Delete(received);
            return;
        }

        await Assert.That(target).IsEqualTo(expected ?? $"(nothing was accepted yet: look at {received})");
    }
}
