using System.Globalization;

namespace Collector;

/// <summary>Spans of time as people write them: <c>10s</c>, <c>500ms</c>, <c>1m</c>, <c>2h</c>, <c>1d</c>; a bare number is seconds.</summary>
internal static class Duration
{
    private static readonly (string Suffix, double Seconds)[] s_units =
        [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("", 1)];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        string trimmed = text.Trim();
        foreach ((string suffix, double seconds) in s_units)
        {
            if (trimmed.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(
                    trimmed.AsSpan(0, trimmed.Length - suffix.Length), NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out double number)
                && number * seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                duration = TimeSpan.FromSeconds(number * seconds);
                return true;
            }
        }

        duration = default;
        return false;
    }

    /// <summary>The shortest way to write a span.</summary>
    public static string Format(TimeSpan duration)
    {
        for (int unit = s_units.Length - 1; unit >= 0; unit--)
        {
            (string suffix, double seconds) = s_units[unit];
            double number = duration.TotalSeconds / seconds;
            if (suffix.Length > 0 && number >= 1 && number == Math.Floor(number))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{number}{suffix}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds}ms");
    }
}
