using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Collector;

/// <summary>What every file of JSON that people write has in common: its encoding, and texts that are none.</summary>
internal static class JsonText
{
    public static JsonReaderOptions Options => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The text without the mark that some editors put before it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>The same text as UTF-8 with lines that end in a line feed: what Windows PowerShell redirects into a file is UTF-16.</summary>
    public static byte[] ToUtf8(byte[] text)
    {
        byte[] plain = text switch
        {
            [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(text.AsSpan(2))),
            [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(text.AsSpan(2))),
            _ => text,
        };
        for (int index = 0; index < plain.Length; index++)
        {
            bool isAlone = plain[index] == (byte)'\r' && (index + 1 == plain.Length || plain[index + 1] != (byte)'\n');
            plain[index] = isAlone ? (byte)'\n' : plain[index];
        }

        return plain;
    }

    /// <summary>Where a text stops being UTF-8; -1 if it is that to its end.</summary>
    public static int InvalidAt(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return -1;
        }

        int offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out int length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    /// <summary>The text or the name that a reader stands at; null if it is none, since <c>\ud800</c> is half a character.</summary>
    public static string? Of(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
