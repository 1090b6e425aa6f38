using System.Buffers.Text;
using System.Globalization;

namespace Collector.Wire;

/// <summary>Writes numbers as every receiver reads them: plain decimals, never an exponent, a bare point or a plus.</summary>
internal static class WireNumber
{
    /// <summary>The most bytes of a whole number.</summary>
    public const int MaxWhole = 20;

    /// <summary>The most bytes of a finite double: a sign, 309 digits, a point and the decimals.</summary>
    public const int MaxDecimal = 1 + 309 + 1 + MaxDecimals;

    /// <summary>The most digits after the point.</summary>
    public const int MaxDecimals = 9;

    /// <summary>The digits after the point that metric-collective writes.</summary>
    public const int FixedDecimals = 6;

    /// <summary>From here on a double has no fraction.</summary>
    private const double FirstWhole = 1ul << 53;

    /// <summary>Up to here a double holds six decimals exactly enough; beyond, its shortest text may have fewer.</summary>
    private const double LastPrecise = 1e9;

    /// <summary>From here on fifteen digits do not hold every whole number.</summary>
    private const double LastSignificant = 1e15;

    /// <summary>What has more zeros behind its point is 0.</summary>
    private const int MaxZeros = 30;

    private static ReadOnlySpan<uint> PowersOfTen =>
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>A whole number.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> destination, ulong value)
    {
        Utf8Formatter.TryFormat(value, destination, out int written);
        return written;
    }

    /// <summary>The shortest text of a finite value rounded to so many decimals.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> destination, double value, int decimals)
    {
        if (Math.Abs(value) is > LastPrecise and < FirstWhole && TryWriteShortest(destination, value, decimals, out int shortest))
        {
            return shortest;
        }

        int length = WriteRounded(destination, value, decimals, out uint fraction);
        if (fraction == 0)
        {
            return length;
        }

        // Most values are hundredths: their zeros go first, in one step.
        if (decimals > 4 && fraction % 10_000 == 0)
        {
            fraction /= 10_000;
            decimals -= 4;
        }

        while (fraction % 10 == 0)
        {
            fraction /= 10;
            decimals--;
        }

        return length + WriteFraction(destination[length..], fraction, decimals);
    }

    /// <summary>A finite value with exactly six digits after its point.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int WriteFixed(Span<byte> destination, double value)
    {
        int length = WriteRounded(destination, value, FixedDecimals, out uint fraction);
        return length + WriteFraction(destination[length..], fraction, FixedDecimals);
    }

    /// <summary>A finite value in a form.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> destination, double value, NumberForm form, int decimals) => form switch
    {
        NumberForm.Fixed => WriteFixed(destination, value),
        NumberForm.Significant => WriteSignificant(destination, value),
        _ => Write(destination, value, decimals),
    };

    /// <summary>A finite value with at most fifteen digits that matter.</summary>
    private static int WriteSignificant(Span<byte> destination, double value)
    {
        if (value >= 0 && value < LastSignificant && value == Math.Floor(value))
        {
            return Write(destination, (ulong)value);
        }

        value.TryFormat(destination, out int length, "G15", CultureInfo.InvariantCulture);
        if (!destination[..length].Contains((byte)'E'))
        {
            return length;
        }

        // Too large for a fraction, or small.
        return Math.Abs(value) < 1 ? WriteSmall(destination, value) : Write(destination, value, MaxDecimals);
    }

    /// <summary>Fifteen digits behind the zeros that an exponent would stand for.</summary>
    private static int WriteSmall(Span<byte> destination, double value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out int textLength, "G15", CultureInfo.InvariantCulture);
        int mark = text.IndexOf((byte)'E');
        if (!Utf8Parser.TryParse(text[(mark + 1)..textLength], out int exponent, out _) || exponent < -MaxZeros - 1)
        {
            return Write(destination, 0);
        }

        int length = 0;
        if (value < 0)
        {
            destination[length++] = (byte)'-';
        }

        destination[length++] = (byte)'0';
        destination[length++] = (byte)'.';
        destination.Slice(length, -exponent - 1).Fill((byte)'0');
        length -= exponent + 1;
        foreach (byte character in text[..mark])
        {
            if (char.IsAsciiDigit((char)character))
            {
                destination[length++] = character;
            }
        }

        return length;
    }

    /// <summary>The shortest text that reads back as the value, if it has no exponent and not too many decimals.</summary>
    private static bool TryWriteShortest(Span<byte> destination, double value, int decimals, out int length)
    {
        value.TryFormat(destination, out length, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> text = destination[..length];
        int point = text.IndexOf((byte)'.');
        return !text.Contains((byte)'E') && (point < 0 || length - point - 1 <= decimals);
    }

    /// <summary>The sign and the whole part, and what is left as so many decimal digits.</summary>
    private static int WriteRounded(Span<byte> destination, double value, int decimals, out uint fraction)
    {
        double magnitude = Math.Abs(value);
        if (magnitude >= FirstWhole)
        {
            fraction = 0;
            value.TryFormat(destination, out int written, "F0", CultureInfo.InvariantCulture);
            return written;
        }

        uint one = PowersOfTen[decimals];
        ulong whole = (ulong)magnitude;
        fraction = (uint)Math.Round((magnitude - whole) * one);
        if (fraction == one)
        {
            fraction = 0;
            whole++;
        }

        int sign = 0;
        if (value < 0 && (whole | fraction) != 0)
        {
            destination[0] = (byte)'-';
            sign = 1;
        }

        return sign + Write(destination[sign..], whole);
    }

    private static int WriteFraction(Span<byte> destination, uint fraction, int decimals)
    {
        destination[0] = (byte)'.';
        for (int index = decimals; index > 0; index--)
        {
            destination[index] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        return decimals + 1;
    }
}
