using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Sees to it that no two groups send values under one name: receivers would keep one of them.</summary>
internal static class SharedNameCheck
{
    /// <param name="file">The declaration, which has a model.</param>
    /// <param name="claims">The files with their groups.</param>
    /// <param name="names">The same files with what they send, in the same order.</param>
    public static IEnumerable<DiagnosticInfo> Check(
        ParsedFile file, EquatableArray<Claim> claims, EquatableArray<NamesClaim> names)
    {
        Declaration group = file.Model!;
        NamesClaim[] earlier =
        [
            .. names.TakeWhile(other => other.Path != file.Path)
                .Where(other => other.Group != group.Group && Claim.IsFirst(claims, other.Path, other.Group)),
        ];
        foreach (NameUse use in file.Names)
        {
            HashSet<SentName> sent = [.. SentName.Of(group, use.Path)];
            if (Array.Find(earlier, other => other.Names.Any(sent.Contains)) is NamesClaim first)
            {
                string[] arguments =
                    [first.Names.First(sent.Contains).Text, first.Group, Path.GetFileName(first.Path)];
                yield return new(Descriptors.SharedName, use.Place ?? file.Group!, new([.. arguments]));
            }
        }
    }
}
