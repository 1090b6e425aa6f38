using System.Text.RegularExpressions;
using Collector.Generators.Diagnostics;

namespace Collector.Generators.Parsing;

/// <summary>Reads names and descriptions.</summary>
internal static class Texts
{
    private static readonly Regex s_snakeCase = new("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    public static bool IsSnakeCase(DeclarationFile file, Node name)
    {
        if (name.Text.Length <= Grammar.MaxNameLength && s_snakeCase.IsMatch(name.Text) && !name.Text.EndsWith("\n", StringComparison.Ordinal))
        {
            return true;
        }

        file.Report(Descriptors.BadName, name, name.Text);
        return false;
    }

    public static string Description(DeclarationFile file, Node node, string what)
    {
        Node? description = Shape.RequiredText(file, node, what, "description");
        if (description is null)
        {
            return "";
        }

        string text = description.Text;
        if (text.Length < 2 || !text.EndsWith(".", StringComparison.Ordinal) || text.Any(char.IsControl))
        {
            file.Report(Descriptors.BadDescription, description, text);
        }

        return text;
    }
}
