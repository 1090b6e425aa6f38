using System.Text.Json;

namespace Collector;

/// <summary>Lines and columns of a JSON text, both from 1, columns in characters, for what is wrong with it.</summary>
internal static class JsonPosition
{
    /// <param name="file">What the text is called.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">A byte of it.</param>
    public static string Of(string file, ReadOnlySpan<byte> text, long offset)
    {
        (int line, int column) = Of(text, offset);
        return $"{file}({line},{column})";
    }

    /// <summary>What a parser says, without its own positions, which count bytes from 0.</summary>
    public static string Of(string file, ReadOnlySpan<byte> text, JsonException error)
    {
        (int line, int column) = Of(text, error);
        return $"{file}({line},{column}): not valid JSON: {ReasonOf(error)}";
    }

    public static (int Line, int Column) Of(ReadOnlySpan<byte> text, long offset)
    {
        ReadOnlySpan<byte> before = text[..(int)offset];
        int line = before.Count((byte)'\n') + 1;
        return (line, Characters(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    public static (int Line, int Column) Of(ReadOnlySpan<byte> text, JsonException error)
    {
        long missing = error.LineNumber ?? 0;
        int line = 1;
        int start = 0;
        for (int end = 0; missing > 0 && (end = text[start..].IndexOf((byte)'\n')) >= 0; missing--)
        {
            start += end + 1;
            line++;
        }

        // To the parser a lone carriage return behind a comment ends a line too; then the end of the line is near enough.
        long column = missing > 0 ? text.Length : error.BytePositionInLine ?? 0;
        return (line, Characters(text[start..(int)Math.Min(start + column, text.Length)]) + 1);
    }

    /// <summary>A parser's sentence alone.</summary>
    public static string ReasonOf(JsonException error) => error.Message.Split(" LineNumber:")[0].TrimEnd('.');

    /// <summary>How many characters a piece of UTF-8 has: each has one byte that does not continue another.</summary>
    private static int Characters(ReadOnlySpan<byte> text)
    {
        int count = 0;
        foreach (byte unit in text)
        {
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
