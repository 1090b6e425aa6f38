using System.Globalization;

namespace Collector.Verification;

/// <summary>Reads <c>--tolerance</c>: by what share numbers may differ and still count as equal.</summary>
internal static class Tolerance
{
    /// <param name="text"><c>5%</c>, <c>0.5%</c>.</param>
    /// <returns>0.05 for 5 %.</returns>
    /// <exception cref="UserError">It is no percentage.</exception>
    public static decimal Parse(string text) =>
        text.EndsWith('%')
        && decimal.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal percent)
        && percent is >= 0 and <= 100
            ? percent / 100
            : throw new UserError(
                ExitCode.WrongCommandLine, $"--tolerance: '{text}' is no percentage from 0 to 100; give one such as 5% or 0.5%");
}
