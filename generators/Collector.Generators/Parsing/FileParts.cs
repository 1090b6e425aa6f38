using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads what both kinds of file sources have.</summary>
internal static class FileParts
{
    /// <summary>Whether a source is a file for each instance.</summary>
    public static bool IsPerInstance(Node source) =>
        Shape.Optional(source, "file") is { Kind: NodeKind.String } path && path.Text.IndexOfAny(['{', '}']) >= 0;

    /// <summary>The path of one file for all; null, and reported, if it is none.</summary>
    public static string? SinglePath(DeclarationFile file, Node source)
    {
        if (!IsPerInstance(source))
        {
            return Path(file, source);
        }

        Node path = Shape.Optional(source, "file")!;
        file.Report(Descriptors.BadInstanceFile, path, path.Text, "such a file has 'columns' and no 'keys'");
        return null;
    }

    /// <summary>The path; null, and reported, if it is none.</summary>
    public static string? Path(DeclarationFile file, Node source)
    {
        Node? path = Shape.RequiredText(file, source, "a source", "file");
        if (path is null)
        {
            return null;
        }

        string text = path.Text;
        bool isAbsolute = text.Length > 1 && text[0] == '/' && text[text.Length - 1] != '/'
            && !text.Split('/').Any(static node => node is ".." or ".") && Texts.IsOneLine(text) && text.IndexOf('\\') < 0;
        if (isAbsolute)
        {
            return text;
        }

        file.Report(Descriptors.BadFile, path, text);
        return null;
    }

    /// <summary>The metrics that old kernels lack.</summary>
    public static List<Metric> Optional(DeclarationFile file, Node source, string bindings, MetricTable metrics)
    {
        Node? list = Shape.Optional(source, "optional");
        if (list is null || !Shape.IsList(file, list, "optional"))
        {
            return [];
        }

        Node? bound = Shape.Optional(source, bindings);
        List<Metric> optional = metrics.FindAll(file, list);
        foreach (Metric metric in optional)
        {
            if (bound is not null && Shape.Optional(bound, metric.Name) is null)
            {
                Node item = list.Items.First(node => node.Text == metric.Name);
                file.Report(Descriptors.BadOptional, item, metric.Name);
            }
        }

        return optional;
    }

    /// <summary>What a binding names: the value itself, or a member of the object that it is.</summary>
    public static Node? Target(DeclarationFile file, Node value, string member, string[] allowed)
    {
        if (value.Kind != NodeKind.Object)
        {
            return value;
        }

        string what = $"the binding of a {member}";
        return Shape.IsObject(file, value, what, allowed) ? Shape.Required(file, value, what, member) : null;
    }
}
