using System.Text;

namespace Collector.Receiving;

/// <summary>Text of protocol 0, in which characters stand for others.</summary>
internal static class PickleEscapes
{
    private const int Octal = 8;
    private const int Hexadecimal = 16;

    /// <summary>Python's <c>raw-unicode-escape</c>: Latin 1, and <c>\u20ac</c> or <c>\U0001f600</c> for the rest.</summary>
    /// <param name="text">As it stands in the pickle.</param>
    /// <param name="into">Takes it as UTF-8.</param>
    /// <returns>Whether all of it could be read.</returns>
    public static bool ReadUnicode(ReadOnlySpan<byte> text, List<byte> into)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (int index = 0; index < text.Length; index++)
        {
            int code = text[index];
            if (code == '\\' && index + 1 < text.Length)
            {
                int digits = text[++index] switch { (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
                if (digits > 0)
                {
                    code = Number(text[(index + 1)..], digits, Hexadecimal, out int length);
                    if (length < digits)
                    {
                        return false;
                    }

                    index += digits;
                }
                else
                {
                    // Whatever follows a backslash stands for itself, another backslash too.
                    into.Add((byte)'\\');
                    code = text[index];
                }
            }

            if (!Rune.TryCreate(code, out Rune rune))
            {
                return false;
            }

            into.AddRange(bytes[..rune.EncodeToUtf8(bytes)]);
        }

        return true;
    }

    /// <summary>What Python 2 puts between quotes: bytes, with <c>\n</c>, <c>\x0a</c> and <c>\012</c> for some of them.</summary>
    /// <param name="text">What stands between the quotes.</param>
    /// <param name="into">Takes the bytes.</param>
    /// <returns>Whether all of it could be read.</returns>
    public static bool ReadQuoted(ReadOnlySpan<byte> text, List<byte> into)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
            {
                into.Add(text[index]);
                continue;
            }

            if (++index == text.Length)
            {
                return false;
            }

            int octal = Number(text[index..], 3, Octal, out int length);
            if (length > 0)
            {
                into.Add((byte)octal);
                index += length - 1;
            }
            else if (text[index] == 'x')
            {
                into.Add((byte)Number(text[(index + 1)..], 2, Hexadecimal, out length));
                if (length < 2)
                {
                    return false;
                }

                index += length;
            }
            else if ("\\'\"abtnvfr"u8.IndexOf(text[index]) is int known and >= 0)
            {
                into.Add("\\'\"\a\b\t\n\v\f\r"u8[known]);
            }
            else
            {
                into.Add((byte)'\\');
                into.Add(text[index]);
            }
        }

        return true;
    }

    /// <summary>Reads so many digits at most.</summary>
    private static int Number(ReadOnlySpan<byte> text, int most, int numberBase, out int length)
    {
        int number = 0;
        for (length = 0; length < most && length < text.Length; length++)
        {
            int value = "0123456789abcdef"u8.IndexOf((byte)char.ToLowerInvariant((char)text[length]));
            if (value < 0 || value >= numberBase)
            {
                break;
            }

            number = (number * numberBase) + value;
        }

        return number;
    }
}
