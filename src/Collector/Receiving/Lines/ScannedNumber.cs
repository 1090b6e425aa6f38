namespace Collector.Receiving;

/// <summary>A number as it is written, told apart finely enough to say who reads it how.</summary>
/// <remarks>The value is near enough to judge by, not to store.</remarks>
/// <param name="Form">How it is written.</param>
/// <param name="Value">About how much it is.</param>
/// <param name="HasFraction">Whether there are digits behind its point.</param>
internal readonly record struct ScannedNumber(NumberShape Form, double Value, bool HasFraction)
{
    public bool IsNumber => Form != NumberShape.None;

    /// <summary>Reads what Python's <c>float</c> reads: an exponent, <c>nan</c>, <c>inf</c> and single underscores too.</summary>
    public static ScannedNumber Of(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        NumberShape form = text is [(byte)'+', ..] ? NumberShape.Odd : NumberShape.Plain;
        ReadOnlySpan<byte> digits = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        if (IsWord(digits, "nan"u8))
        {
            return new(NumberShape.NaN, double.NaN, false);
        }

        if (IsWord(digits, "inf"u8) || IsWord(digits, "infinity"u8))
        {
            return new(NumberShape.Infinite, isNegative ? double.NegativeInfinity : double.PositiveInfinity, false);
        }

        int index = 0;
        double value = 0;
        int whole = Digits(digits, ref index, ref value, ref form);
        int fraction = 0;
        if (index < digits.Length && digits[index] == '.')
        {
            index++;
            fraction = Digits(digits, ref index, ref value, ref form);
            form = whole <= 0 || fraction == 0 ? NumberShape.Odd : form;
        }

        if (whole < 0 || fraction < 0 || whole + fraction == 0)
        {
            return default;
        }

        double exponent = -fraction;
        if (index < digits.Length)
        {
            if (!TryExponent(digits[index..], ref exponent))
            {
                return default;
            }

            form = NumberShape.Exponent;
        }

        value = exponent == 0 || value == 0 ? value : value * Math.Pow(10, exponent);
        return double.IsInfinity(value)
            ? new(NumberShape.Infinite, isNegative ? -value : value, false)
            : new(form, isNegative ? -value : value, fraction > 0);
    }

    /// <summary>Reads digits, with single underscores between them.</summary>
    /// <returns>How many; less than none if an underscore is where none may be.</returns>
    private static int Digits(ReadOnlySpan<byte> text, ref int index, ref double value, ref NumberShape form)
    {
        int count = 0;
        for (; index < text.Length; index++)
        {
            int digit = text[index] - '0';
            if (digit is >= 0 and <= 9)
            {
                value = (value * 10) + digit;
                count++;
            }
            else if (text[index] == '_')
            {
                bool isBetween = count > 0 && text[index - 1] != '_' && index + 1 < text.Length && char.IsAsciiDigit((char)text[index + 1]);
                if (!isBetween)
                {
                    return int.MinValue / 2;
                }

                form = NumberShape.Odd;
            }
            else
            {
                break;
            }
        }

        return count;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, ref double exponent)
    {
        if (text is not [(byte)'e' or (byte)'E', ..])
        {
            return false;
        }

        bool isNegative = text is [_, (byte)'-', ..];
        int index = text is [_, (byte)'-' or (byte)'+', ..] ? 2 : 1;
        double value = 0;
        NumberShape form = NumberShape.Plain;
        if (Digits(text, ref index, ref value, ref form) <= 0 || index < text.Length)
        {
            return false;
        }

        exponent += isNegative ? -value : value;
        return true;
    }

    /// <summary>Whether a text is a word, in any case.</summary>
    private static bool IsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        const int LowerCase = 0x20;
        if (text.Length != word.Length)
        {
            return false;
        }

        for (int index = 0; index < text.Length; index++)
        {
            if ((text[index] | LowerCase) != word[index])
            {
                return false;
            }
        }

        return true;
    }
}
