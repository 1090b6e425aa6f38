using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>What <c>scripts/package.sh</c> has left in <c>dist/</c>.</summary>
internal static partial class Dist
{
    public static string Folder => Repository.PathOf("dist");

    public static string Version { get; } =
        VersionElement().Match(File.ReadAllText(Repository.PathOf("src/Collector/Collector.csproj"))).Groups[1].Value;

    public static string Executable(string rid) => PathOf($"{rid}/collector{(rid.StartsWith("win", StringComparison.Ordinal) ? ".exe" : "")}");

    public static string Deb(string architecture) => PathOf($"collector_{Version}_{architecture}.deb");

    public static string PathOf(string name) => Repository.Existing(name, Path.Combine(Folder, name));

    [GeneratedRegex("<Version>(.*)</Version>")]
    private static partial Regex VersionElement();
}
