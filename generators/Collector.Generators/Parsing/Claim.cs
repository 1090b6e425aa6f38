using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>A file that declares a group. Of several that declare the same one the first gets it.</summary>
internal sealed record Claim(string Group, string Path)
{
    public static bool IsFirst(EquatableArray<Claim> claims, string path, string group) =>
        First(claims, group).Path == path;

    /// <summary>The claim that counts. Names that differ only by underscores are the same in C#.</summary>
    public static Claim First(EquatableArray<Claim> claims, string group) =>
        claims.First(claim => Identifier.Pascal(claim.Group) == Identifier.Pascal(group));
}
