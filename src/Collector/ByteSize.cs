using System.Globalization;

namespace Collector;

/// <summary>Numbers of bytes as people write them: <c>64MiB</c>, <c>1GB</c>, <c>500k</c>; a bare number is bytes.</summary>
internal static class ByteSize
{
    private static readonly (string Suffix, long Bytes)[] s_units =
    [
        ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000),
        ("G", 1L << 30), ("M", 1L << 20), ("K", 1L << 10), ("B", 1), ("", 1),
    ];

    public static bool TryParse(string text, out long bytes)
    {
        string trimmed = text.Trim();
        foreach ((string suffix, long unit) in s_units)
        {
            if (trimmed.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && decimal.TryParse(
                    trimmed.AsSpan(0, trimmed.Length - suffix.Length).TrimEnd(), NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out decimal number)
                && number <= (decimal)long.MaxValue / unit)
            {
                bytes = (long)(number * unit);
                return true;
            }
        }

        bytes = 0;
        return false;
    }

    /// <summary>With the largest unit that leaves a whole number.</summary>
    public static string Format(long bytes)
    {
        foreach ((string suffix, long unit) in s_units.AsSpan(0, 3))
        {
            if (bytes >= unit && bytes % unit == 0)
            {
                return $"{bytes / unit} {suffix}";
            }
        }

        return $"{bytes} B";
    }
}
