using System.Text;

namespace Collector.Receiving;

/// <summary>The characters at which carbon divides a line: those that are white space to Python.</summary>
internal static class LineBlank
{
    /// <summary>File, group, record and unit separators are white space to Python alone.</summary>
    private static bool IsSeparator(int character) => character is >= 0x1C and <= 0x1F;

    /// <summary>Whether there is a blank at a place, and how many bytes it has.</summary>
    public static bool IsAt(ReadOnlySpan<byte> text, int index, out int length)
    {
        byte first = text[index];
        length = 1;
        if (first < 0x80)
        {
            return first == ' ' || first is >= 0x09 and <= 0x0D || IsSeparator(first);
        }

        // Those of Unicode begin with one of four bytes.
        if (first is not (0xC2 or 0xE1 or 0xE2 or 0xE3))
        {
            return false;
        }

        return Rune.DecodeFromUtf8(text[index..], out Rune rune, out length) == System.Buffers.OperationStatus.Done
            && Rune.IsWhiteSpace(rune);
    }

    /// <summary>Whether the blank at a place ends a line, where carbon reads a datagram.</summary>
    public static bool EndsLine(ReadOnlySpan<byte> text, int index) => text[index] switch
    {
        0x0A or 0x0B or 0x0C or 0x0D or 0x1C or 0x1D or 0x1E => true,
        0xC2 => text[index..] is [_, 0x85, ..],
        0xE2 => text[index..] is [_, 0x80, 0xA8 or 0xA9, ..],
        _ => false,
    };
}
