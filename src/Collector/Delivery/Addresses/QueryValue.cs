using System.Globalization;

namespace Collector.Delivery;

/// <summary>Reads the values of a query. What is wrong with one is told as what follows <c>'key' </c> in a sentence.</summary>
internal static class QueryValue
{
    private static readonly string[] s_booleans = ["true", "false"];

    /// <summary>One of a few words.</summary>
    public static string? Word(string value, string[] words, out int index)
    {
        index = Array.IndexOf(words, value);
        return index >= 0 ? null : $"is '{value}'; it may be {string.Join(", ", words[..^1])} or {words[^1]}";
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string? Flag(string value, out bool flag)
    {
        string? error = Word(value, s_booleans, out int index);
        flag = index == 0;
        return error;
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="value">The text.</param>
    /// <param name="least">The smallest that it may be.</param>
    /// <param name="most">The largest that it may be.</param>
    /// <param name="unit">What it counts, for the message, with a blank before it.</param>
    /// <param name="number">The number.</param>
    public static string? Number(string value, int least, int most, string unit, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most
            ? null
            : $"is '{value}'; it may be {least} to {most}{unit}";

    /// <summary>A span of time within bounds.</summary>
    public static string? Time(string value, TimeSpan least, TimeSpan most, out TimeSpan time) =>
        !Duration.TryParse(value, out time) ? $"is '{value}'; write a time such as 30s or 5m"
        : time < least || time > most ? $"is '{value}'; it may be {Written(least)} to {Duration.Format(most)}"
        : null;

    /// <summary>A file's name.</summary>
    public static string? File(string value, out string? file)
    {
        file = value;
        return value.Length == 0 ? "names no file"
            : value.Any(char.IsControl) ? "has a control character in it; take it out"
            : null;
    }

    private static string Written(TimeSpan time) => time == TimeSpan.Zero ? "0" : Duration.Format(time);
}
