using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>sources</c>: where each platform keeps the group.</summary>
internal static class SourcesParser
{
    /// <summary>The properties that tell the kinds of sources apart.</summary>
    private static readonly string[] s_telling = ["file", "keys", "columns", "native", "fields", "pdh"];

    public static List<Source> Parse(DeclarationFile file, Node? node, GroupParse group)
    {
        List<Source> sources = [];
        if (node is null || !Shape.IsObject(file, node, "'sources'", Grammar.Platforms))
        {
            return sources;
        }

        foreach (Member member in node.Members.Where(static member => Grammar.Platforms.Contains(member.Name.Text)))
        {
            Platform platform = PlatformOf(member.Name.Text);
            if (platform != Platform.Any && Shape.Optional(node, "any") is not null)
            {
                file.Report(Descriptors.AnyBesideOthers, member.Name, member.Name.Text);
            }
            else if (sources.TrueForAll(other => other.Platform != platform))
            {
                sources.AddRange(ParsePlatform(file, member.Value, platform, group));
            }
        }

        return sources;
    }

    /// <summary>A source, or a list of sources that bring different metrics.</summary>
    private static List<Source> ParsePlatform(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        if (node is { Kind: NodeKind.Array, Items.Count: 0 })
        {
            file.Report(Descriptors.NoSources, file.OpeningOf(node));
        }

        List<Source> sources = [];
        bool hasRows = true;
        group.BeginPlatform();
        foreach (Node item in node.Kind == NodeKind.Array ? node.Items : [node])
        {
            Source? source = ParseSource(file, item, platform, group);
            hasRows &= source is not null || group.Instance is null || group.IsCompleting;
            if (source is not null && hasRows)
            {
                sources.Add(source);
            }

            group.IsCompleting = group.Instance is not null;
        }

        return sources;
    }

    private static Platform PlatformOf(string name) => name switch
    {
        "linux" => Platform.Linux,
        "windows" => Platform.Windows,
        _ => Platform.Any,
    };

    private static Source? ParseSource(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        if (!Shape.Is(file, node, NodeKind.Object, "a source has to be an object"))
        {
            return null;
        }

        Source? source = (Has(node, "file"), Has(node, "native"), Has(node, "keys"), Has(node, "columns"), Has(node, "fields")) switch
        {
            (true, false, true, false, false) => KeyedFileParser.Parse(file, node, platform, group),
            (true, false, false, true, false) when FileParts.IsPerInstance(node) => InstanceFileParser.Parse(file, node, platform, group),
            (true, false, false, true, false) => ColumnsFileParser.Parse(file, node, platform, group),
            (false, true, false, false, true) => NativeParser.Parse(file, node, platform, group),
            (false, false, false, false, false) when Has(node, "pdh") => PdhParser.Parse(file, node, platform, group),
            _ => Reject(file, node),
        };
        group.HasFaultySource |= source is null;
        return source is not null && source.Bound.Any() ? source : null;
    }

    private static bool Has(Node node, string name) => Shape.Optional(node, name) is not null;

    private static Source? Reject(DeclarationFile file, Node node)
    {
        string[] present = [.. s_telling.Where(name => Has(node, name))];
        string what = present.Length == 0 ? "none of them" : string.Join(", ", present.Select(static name => $"'{name}'"));
        file.Report(Descriptors.BadSource, file.OpeningOf(node), what);
        return null;
    }
}
