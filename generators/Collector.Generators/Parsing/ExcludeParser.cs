using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>exclude</c>: the instances that are hidden unless users ask for them.</summary>
internal static class ExcludeParser
{
    public static EquatableArray<string> Parse(DeclarationFile file, Node source, GroupParse group)
    {
        Node? list = Shape.Optional(source, "exclude");
        if (list is null || !Shape.IsList(file, list, "exclude"))
        {
            return default;
        }

        List<string> excluded = [];
        foreach (Node item in list.Items)
        {
            if (!Shape.Is(file, item, NodeKind.String, "what 'exclude' lists has to be a text"))
            {
                continue;
            }

            string? fault = FaultOf(item.Text, group);
            if (fault is not null)
            {
                file.Report(Descriptors.BadExclude, item, item.Text, fault);
            }
            else
            {
                excluded.Add(item.Text);
            }
        }

        return new([.. excluded]);
    }

    private static string? FaultOf(string text, GroupParse group)
    {
        if (group.Instance is null)
        {
            return "the group has no instances";
        }

        if (group.IsCompleting)
        {
            return "the first source makes the rows, and can hide some";
        }

        int star = text.IndexOf('*');
        return text.Length == 0 || star == 0 || (star > 0 && star < text.Length - 1) || text.Any(char.IsWhiteSpace)
            ? "it has to be a name, or the beginning of one and a '*'"
            : null;
    }
}
