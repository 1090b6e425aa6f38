using System.Globalization;
using System.Text;

namespace Collector.Tests.Wire;

/// <summary>What carbon does with a line, as seen with the real one: it stores it, or loses it in one of its ways.</summary>
internal static class CarbonRules
{
    /// <summary>Three fields between any blanks of Unicode, a path of nodes that are file names, a plain number, a stamp.</summary>
    public static bool Stores(string line)
    {
        string[] fields = line.Split(line.Where(static c => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f').Distinct().ToArray());
        return fields.Length == 3
            && Encoding.UTF8.GetByteCount(line) < 16384
            && !line.Contains('\uFFFD', StringComparison.Ordinal)
            && fields[0].Split(';')[0].Split('.').All(IsNode)
            && fields[0].Split(';').Skip(1).All(IsTag)
            && fields[1].All(static c => char.IsAsciiDigit(c) || c is '-' or '.')
            && double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            && uint.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint stamp) && stamp > 0;
    }

    /// <summary>A key of one character or more without <c>;!^=</c>, and a value that is there and does not begin with <c>~</c>.</summary>
    private static bool IsTag(string tag)
    {
        int equals = tag.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && tag.Length > equals + 1 && tag[equals + 1] != '~' && tag[..equals].IndexOfAny(['!', '^']) < 0;
    }

    private static bool IsNode(string node) =>
        node.Length > 0 && Encoding.UTF8.GetByteCount(node) <= 251 && !node.Any(static c => char.IsControl(c) || c is '/' or ';');
}
