using System.Runtime.CompilerServices;

namespace Collector.Generators.Tests;

/// <summary>
/// Compares text with <c>Snapshots/&lt;Class&gt;.&lt;Test&gt;.verified.&lt;extension&gt;</c>, in the shape and with the file names
/// of the package Verify, which can take this class's place. What differs is written beside it as <c>.received</c>;
/// <c>ACCEPT_SNAPSHOTS=1</c> writes the accepted file instead.
/// </summary>
internal static class Verifier
{
    private static readonly bool s_accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    public static async Task Verify(
        string target, string extension = "txt", [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        string stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string? expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (expected?.ReplaceLineEndings("\n") == target)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(s_accept ? verified : received, target);
        if (s_accept)
        {
            File.Delete(received);
            return;
        }

        await Assert.That(target).IsEqualTo(expected ?? $"(nothing was accepted yet: look at {received})");
    }
}
