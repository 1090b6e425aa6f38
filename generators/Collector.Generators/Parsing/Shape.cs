using Collector.Generators.Diagnostics;

namespace Collector.Generators.Parsing;

/// <summary>Takes JSON values apart, and reports those that have not the shape that is wanted.</summary>
internal static class Shape
{
    /// <summary>Reports members that are unknown or given twice.</summary>
    /// <param name="what">What the object is, for the message.</param>
    public static bool IsObject(DeclarationFile file, Node node, string what, string[] allowed)
    {
        if (!Is(file, node, NodeKind.Object, $"{what} has to be an object"))
        {
            return false;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Member member in node.Members)
        {
            string name = member.Name.Text;
            if (!allowed.Contains(name))
            {
                file.Report(Descriptors.UnknownProperty, member.Name, name, what, Nearest.Hint(name, allowed));
            }
            else if (!seen.Add(name))
            {
                file.Report(Descriptors.DuplicateProperty, member.Name, name);
            }
        }

        return true;
    }

    /// <summary>The value of a member; null, and reported, if it is missing.</summary>
    public static Node? Required(DeclarationFile file, Node node, string what, string name)
    {
        Node? value = Optional(node, name);
        if (value is null)
        {
            file.Report(Descriptors.MissingProperty, file.OpeningOf(node), name, what);
        }

        return value;
    }

    public static Node? Optional(Node node, string name) =>
        node.Members.FirstOrDefault(member => member.Name.Text == name)?.Value;

    /// <summary>The text of a member; null, and reported, if it is missing or no text.</summary>
    public static Node? RequiredText(DeclarationFile file, Node node, string what, string name)
    {
        Node? value = Required(file, node, what, name);
        return value is not null && IsText(file, value, name) ? value : null;
    }

    public static bool IsText(DeclarationFile file, Node node, string what) =>
        Is(file, node, NodeKind.String, $"'{what}' has to be a text");

    public static bool IsList(DeclarationFile file, Node node, string what) =>
        Is(file, node, NodeKind.Array, $"'{what}' has to be a list");

    /// <summary>Whether a member that may be left out says <c>true</c>.</summary>
    public static bool IsSet(DeclarationFile file, Node node, string name)
    {
        Node? value = Optional(node, name);
        if (value is null)
        {
            return false;
        }

        if (value is not { Kind: NodeKind.Word, Text: "true" or "false" })
        {
            file.Report(
                Descriptors.WrongType, value.Kind is NodeKind.Object or NodeKind.Array ? file.OpeningOf(value) : file.PlaceOf(value),
                $"'{name}' has to be true or false", value.Describe());
        }

        return value.Text == "true";
    }

    public static bool Is(DeclarationFile file, Node node, NodeKind kind, string demand)
    {
        if (node.Kind == kind)
        {
            return true;
        }

        file.Report(Descriptors.WrongType, node.Kind is NodeKind.Object or NodeKind.Array ? file.OpeningOf(node) : file.PlaceOf(node), demand, node.Describe());
        return false;
    }
}
