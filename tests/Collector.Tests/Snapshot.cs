using System.Runtime.CompilerServices;

namespace Collector.Tests;

/// <summary>
/// Verify's call and its files: text is compared with <c>Snapshots/Class.Test.verified.txt</c>, a difference is written
/// beside it as <c>.received.txt</c>, and <c>ACCEPT_SNAPSHOTS=1</c> accepts it.
/// </summary>
internal static class Snapshot
{
    private static readonly bool s_accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    public static async Task Verify(
        string actual, string parameters = "", [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{test}{(parameters.Length > 0 ? "_" : "")}{parameters}";
        string stem = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", name);
        string verified = $"{stem}.verified.txt";
        string received = $"{stem}.received.txt";
        string? expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
        await File.WriteAllTextAsync(s_accept ? verified : received, actual);
        if (!s_accept)
        {
            await Assert.That(actual).IsEqualTo(expected ?? $"(there is no {verified})");
        }
    }
}
