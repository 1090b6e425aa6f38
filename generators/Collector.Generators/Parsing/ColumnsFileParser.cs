using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads a source that is a file of rows and columns.</summary>
internal static class ColumnsFileParser
{
    public static ColumnsFile? Parse(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        Shape.IsObject(file, node, "a source with columns", Grammar.ColumnsFile);
        string? path = FileParts.Path(file, node);
        Node? rows = Shape.Optional(node, "rows");
        RowPattern? pattern = rows is null ? null : ParsePattern(file, rows);
        if (rows is null || pattern is not null)
        {
            CheckInstance(file, rows ?? node, pattern, group);
        }

        EquatableArray<string> exclude = ExcludeParser.Parse(file, node, group);
        bool mayBeEmpty = Shape.IsSet(file, node, "mayBeEmpty");
        EquatableArray<ColumnBinding> columns = ColumnsParser.Parse(file, node, pattern?.Tokens.Count ?? 0, group);
        bool isFaulty = path is null || (rows is not null && pattern is null)
            || (group.Instance is null) != (pattern?.Instance is null);
        return isFaulty ? null : new(platform, path!, pattern, exclude, mayBeEmpty, columns);
    }

    private static RowPattern? ParsePattern(DeclarationFile file, Node rows)
    {
        if (!Shape.IsText(file, rows, "rows"))
        {
            return null;
        }

        RowPattern? pattern = PatternText.Read(rows.Text, out string fault);
        if (pattern is null)
        {
            file.Report(Descriptors.BadPattern, rows, rows.Text, fault);
        }

        return pattern;
    }

    private static void CheckInstance(DeclarationFile file, Node at, RowPattern? pattern, GroupParse group)
    {
        if ((group.Instance is null) == (pattern?.Instance is null))
        {
            return;
        }

        string clash = group.Instance is null
            ? "The rows have an {instance} and the group does not say what it is"
            : $"The group has the instance '{group.Instance}' and the rows have no {{instance}}";
        file.Report(Descriptors.InstanceMismatch, at.Kind == NodeKind.Object ? file.OpeningOf(at) : file.PlaceOf(at), clash);
    }
}
