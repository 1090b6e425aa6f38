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

    /// <summary>Whether a text can stand in a comment: nothing in it ends a line.</summary>
    public static bool IsOneLine(string text) => !text.Any(EndsLine);

    /// <summary>A text with a blank for all that could end its line.</summary>
    public static string ToOneLine(string text) =>
        IsOneLine(text) ? text : string.Concat(text.Select(static character => EndsLine(character) ? ' ' : character));

    public static string Description(DeclarationFile file, Node node, string what)
    {
        Node? description = Shape.RequiredText(file, node, what, "description");
        if (description is null)
        {
            return "";
        }

        string text = description.Text;
        if (text.Length < 2 || !text.EndsWith(".", StringComparison.Ordinal) || !IsOneLine(text))
        {
            file.Report(Descriptors.BadDescription, description, text);
        }

        return ToOneLine(text);
    }

    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
