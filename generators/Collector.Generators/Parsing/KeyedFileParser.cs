using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads a source that is a file of keys.</summary>
internal static class KeyedFileParser
{
    public static KeyedFile? Parse(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        Shape.IsObject(file, node, "a source with keys", Grammar.KeyedFile);
        string? path = FileParts.SinglePath(file, node);
        string? header = ParseHeader(file, node);
        if (group.Instance is not null)
        {
            file.Report(
                Descriptors.InstanceMismatch,
                file.OpeningOf(node),
                $"The group has the instance '{group.Instance}' and a file of keys has one row for the host");
        }

        List<Metric> optional = FileParts.Optional(file, node, "keys", group.Metrics);
        Dictionary<string, Metric> taken = new(StringComparer.Ordinal);
        List<KeyBinding> keys = [];
        foreach ((Metric metric, _, Node value) in group.Bindings(file, Shape.Optional(node, "keys")!, "keys"))
        {
            Node? key = FileParts.Target(file, value, "key", Grammar.Key);
            if (key is null || !Shape.IsText(file, key, "key") || !IsKey(file, key))
            {
                continue;
            }

            if (taken.TryGetValue(key.Text, out Metric? other))
            {
                file.Report(Descriptors.FeedsTwo, key, $"Key '{key.Text}'", other.Name, metric.Name);
                continue;
            }

            taken.Add(key.Text, metric);
            Conversion conversion = ConversionParser.Parse(file, value, metric, Shape.Optional(node, "scale"));
            keys.Add(new(metric, key.Text, conversion, optional.Contains(metric)));
        }

        return path is null ? null : new(platform, path, header, new([.. keys]));
    }

    private static string? ParseHeader(DeclarationFile file, Node node)
    {
        Node? header = Shape.Optional(node, "header");
        if (header is null || !Shape.IsText(file, header, "header"))
        {
            return null;
        }

        if (!IsWord(header.Text))
        {
            file.Report(Descriptors.BadHeader, header, header.Text);
        }

        return header.Text;
    }

    private static bool IsWord(string text) =>
        text.Length > 0 && !text.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character));

    private static bool IsKey(DeclarationFile file, Node key)
    {
        bool isWord = IsWord(key.Text) && !key.Text.EndsWith(":", StringComparison.Ordinal);
        if (!isWord)
        {
            file.Report(Descriptors.BadKey, key, key.Text);
        }

        return isWord;
    }
}
