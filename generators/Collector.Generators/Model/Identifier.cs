namespace Collector.Generators.Model;

/// <summary>Turns the names of declarations into names of C#.</summary>
internal static class Identifier
{
    /// <summary><c>disk_io</c> is <c>DiskIo</c>.</summary>
    public static string Pascal(string name) => string.Concat(
        name.Split('_').Where(static word => word.Length > 0)
            .Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
