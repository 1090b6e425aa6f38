using System.Text.Json;
using Collector.Generators.Diagnostics;
using Collector.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Collector.Generators.Parsing;

/// <summary>Reads a declaration, reporting each fault at the token that is wrong and going on with the rest.</summary>
internal static class DeclarationParser
{
    private const string What = "a declaration";

    public static ParsedFile Parse(string path, SourceText text)
    {
        DeclarationFile file = new(path, text);
        try
        {
            Node root = NodeReader.Read(file.Utf8);
            return Shape.IsObject(file, root, What, Grammar.Declaration)
                ? ParseRoot(file, root)
                : new(path, null, null, default, default, file.Diagnostics);
        }
        catch (JsonException error)
        {
            file.ReportMalformed(error);
            return new(path, null, null, default, default, file.Diagnostics);
        }
    }

    private static ParsedFile ParseRoot(DeclarationFile file, Node root)
    {
        Node? name = Shape.RequiredText(file, root, What, "group");
        string groupName = name?.Text ?? "";
        bool isNamed = name is not null && IsGroup(file, name);
        string description = Texts.Description(file, root, What);
        string? instance = ParseInstance(file, root);
        bool isDefining = DefinesParser.OfGroup(file, root, groupName, instance);

        MetricTable metrics = MetricsParser.Parse(file, Shape.Required(file, root, What, "metrics"), groupName);
        GroupParse group = new(metrics, instance);
        List<Source> sources = SourcesParser.Parse(file, Shape.Required(file, root, What, "sources"), group);
        CoverageCheck.Check(file, group, sources);

        List<NameUse> names = NamesParser.Parse(
            file, Shape.Optional(root, "names"), groupName, instance is not null, metrics);

        Declaration? model = isNamed
            ? new(
                groupName, description, instance, new([.. metrics.Metrics]), new([.. sources]),
                new([.. names.Select(static use => use.Path)]), isDefining)
            : null;
        Place? place = name is null ? null : file.PlaceOf(name);
        return new(file.Path, model, place, new([.. names]), new([.. group.NativeUses]), file.Diagnostics);
    }

    private static bool IsGroup(DeclarationFile file, Node name)
    {
        if (!Texts.IsSnakeCase(file, name))
        {
            return false;
        }

        if (Grammar.IsReservedGroup(name.Text))
        {
            file.Report(Descriptors.ReservedName, name, "A group", name.Text);
            return false;
        }

        return true;
    }

    private static string? ParseInstance(DeclarationFile file, Node root)
    {
        Node? instance = Shape.Optional(root, "instance");
        return instance is not null && Shape.IsText(file, instance, "instance") && Texts.IsSnakeCase(file, instance)
            ? instance.Text
            : null;
    }
}
