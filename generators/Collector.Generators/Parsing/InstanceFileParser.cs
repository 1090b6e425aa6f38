using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads a source that is a file for each instance.</summary>
internal static class InstanceFileParser
{
    public static InstanceFile? Parse(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        Shape.IsObject(file, node, "a source with a file for each instance", Grammar.InstanceFile);
        string? path = FileParts.Path(file, node);
        EquatableArray<ColumnBinding> columns = ColumnsParser.Parse(file, node, 0, group);
        if (path is null)
        {
            return null;
        }

        string[] around = path.Split([InstanceFile.Placeholder], StringSplitOptions.None);
        string? fault = FaultOf(around, group);
        if (fault is null)
        {
            return new(platform, around[0], around[1], columns);
        }

        file.Report(Descriptors.BadInstanceFile, Shape.Optional(node, "file")!, path, fault);
        return null;
    }

    private static string? FaultOf(string[] around, GroupParse group)
    {
        if (around.Length != 2 || around.Any(static text => text.IndexOfAny(['{', '}']) >= 0))
        {
            return "its path needs {instance} once, and no other braces";
        }

        if (group.Instance is null)
        {
            return "the group has no instances";
        }

        return group.IsCompleting ? null : "the first source has to make the rows; put this one behind it";
    }
}
