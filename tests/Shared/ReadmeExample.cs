namespace Collector.Tests.Shared;

/// <summary>What README.md shows, as it stands there.</summary>
internal static class ReadmeExample
{
    private const string Indent = "    ";

    /// <summary>The lines of the indented block that begins like that, without their indent.</summary>
    public static string[] BeginningWith(string text) =>
    [
        .. File.ReadLines(Repository.PathOf("README.md"))
            .SkipWhile(line => !line.StartsWith(Indent + text, StringComparison.Ordinal))
            .TakeWhile(static line => line.StartsWith(Indent, StringComparison.Ordinal))
            .Select(static line => line[Indent.Length..]),
    ];
}
