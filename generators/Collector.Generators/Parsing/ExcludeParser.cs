using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>exclude</c>: the instances that are left out.</summary>
internal static class ExcludeParser
{
    public static EquatableArray<string> Parse(DeclarationFile file, Node source, bool hasInstances)
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

            string? fault = FaultOf(item.Text, hasInstances);
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

    private static string? FaultOf(string text, bool hasInstances)
    {
        if (!hasInstances)
        {
            return "the group has no instances";
        }

        int star = text.IndexOf('*');
        return text.Length == 0 || star == 0 || (star > 0 && star < text.Length - 1) || text.Any(char.IsWhiteSpace)
            ? "it has to be a name, or the beginning of one and a '*'"
            : null;
    }
}
