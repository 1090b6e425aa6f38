using System.Runtime.CompilerServices;

namespace Collector.Generators.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    /// <summary>The declarations that the product ships.</summary>
    public static IReadOnlyList<string> Declarations { get; } =
        [.. Directory.GetFiles(PathOf("src/Collector/Metrics"), "*.metrics.json").Order(StringComparer.Ordinal)];

    /// <summary>The hand-written code that generated code calls.</summary>
    public static IReadOnlyList<string> Runtime { get; } =
    [
        .. new[] { "Metrics", "Sources", "Wire" }
            .SelectMany(static folder => Directory.GetFiles(PathOf($"src/Collector/{folder}"), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Here(), "../..", relative));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
