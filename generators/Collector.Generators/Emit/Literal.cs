using System.Globalization;
using System.Text;

namespace Collector.Generators.Emit;

/// <summary>Writes texts and numbers so that C# and XML read them back.</summary>
internal static class Literal
{
    public static string Text(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' =>
                    $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    public static string TextOrNull(string? text) => text is null ? "null" : Text(text);

    /// <summary>What a raw text stands between: more quotation marks than it has anywhere in a row.</summary>
    public static string RawQuotes(string text)
    {
        string quotes = "\"\"\"";
        while (text.Contains(quotes))
        {
            quotes += '"';
        }

        return quotes;
    }

    /// <summary>Text within a documentation comment.</summary>
    public static string Xml(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A whole number, in groups of three digits from ten thousand on.</summary>
    public static string Whole(decimal number)
    {
        string digits = number.ToString("F0", CultureInfo.InvariantCulture);
        return number < 10_000 ? digits : number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_');
    }
}
