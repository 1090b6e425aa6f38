using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>A file with all that its group sends. Of several that send the same name the first has it.</summary>
internal sealed record NamesClaim(string Group, string Path, EquatableArray<SentName> Names)
{
    public static NamesClaim Of(string path, Declaration group) =>
        new(group.Group, path, new([.. group.Names.SelectMany(name => SentName.Of(group, name))]));
}
