using System.Text;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>Snapshots as texts.</summary>
internal static class GoldenHosts
{
    public static string TextOf(Snapshot snapshot)
    {
        using MemoryStream text = new();
        snapshot.WriteTo(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    public static Snapshot Parse(string text) => SnapshotReader.Parse("golden.json", Encoding.UTF8.GetBytes(text));

    public static string[] Compare(string golden, string current, string tolerance = "0%", params string[] ignore) =>
    [
        .. SnapshotComparison.Compare(Parse(golden), Parse(current), Tolerance.Parse(tolerance), ignore).Select(static difference =>
        {
            (string expected, string found) = difference.Texts();
            return $"{difference.Path}: {expected} -> {found} {difference.ChangeText}".TrimEnd();
        }),
    ];
}
