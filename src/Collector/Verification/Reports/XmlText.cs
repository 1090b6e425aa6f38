using System.Text;

namespace Collector.Verification;

/// <summary>Text in XML 1.0, in attributes too.</summary>
internal static class XmlText
{
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\n' => "&#10;",
                '\t' => "&#9;",

                // https://www.w3.org/TR/xml/#charsets: not even as references.
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF => "?",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
