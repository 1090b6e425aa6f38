namespace Collector.Generators.Tests;

/// <summary>The files of the product.</summary>
internal static class ProductFiles
{
    /// <summary>The declarations that the product ships.</summary>
    public static IReadOnlyList<string> Declarations { get; } =
        [.. Directory.GetFiles(Repository.PathOf("src/Collector/Metrics"), "*.metrics.json").Order(StringComparer.Ordinal)];

    /// <summary>The hand-written code that generated code calls.</summary>
    public static IReadOnlyList<string> Runtime { get; } =
    [
        .. new[] { "Metrics", "Sources", "Wire" }
            .Select(static folder => Repository.PathOf($"src/Collector/{folder}"))
            .SelectMany(static folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];
}
