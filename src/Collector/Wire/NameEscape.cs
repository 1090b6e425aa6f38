using System.Text;

namespace Collector.Wire;

/// <summary>Makes nodes of paths from names that the kernel or an administrator chose.</summary>
internal static class NameEscape
{
    /// <summary>A node becomes a file's name with <c>.wsp</c> behind it, and file systems end a name at 255 bytes.</summary>
    public const int MaxNodeBytes = 251;

    private const string MetcollectPunctuation = "!\"#%'()*+,./:;<=>?@[\\]^`{|}~ ";

    /// <param name="name">The name as the system gives it.</param>
    /// <param name="escape">The rule.</param>
    /// <param name="wire">The wire that has to take it.</param>
    /// <param name="room">How many bytes it may have, where a node holds more than the name.</param>
    public static string Apply(string name, InstanceEscape escape, WireKind wire, int room = MaxNodeBytes)
    {
        StringBuilder node = new(name.Length);
        foreach (Rune rune in Trim(name, escape).EnumerateRunes())
        {
            node.Append(IsKept(rune, escape, wire) ? rune.ToString() : "_");
        }

        return node.Length == 0 ? "_" : Cut(node.ToString(), room);
    }

    /// <summary>As much of the beginning as fits.</summary>
    public static string Cut(string node, int room)
    {
        while (Encoding.UTF8.GetByteCount(node) > room)
        {
            node = node[..^(char.IsLowSurrogate(node[^1]) ? 2 : 1)];
        }

        return node;
    }

    private static string Trim(string name, InstanceEscape escape) => escape switch
    {
        InstanceEscape.Mount when name == "/" => "root",
        InstanceEscape.Mount => name.Replace(":", "", StringComparison.Ordinal).Trim('/', '\\'),
        InstanceEscape.Drive when name == "/" => "root",
        InstanceEscape.Drive => name.Replace(":", "", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal).TrimStart('/'),
        _ => name,
    };

    private static bool IsKept(Rune rune, InstanceEscape escape, WireKind wire)
    {
        if (rune.Value is '-' or '_' || (rune.IsAscii && Rune.IsLetterOrDigit(rune)))
        {
            return true;
        }

        if (wire == WireKind.Statsd)
        {
            return false;
        }

        return escape switch
        {
            InstanceEscape.Node or InstanceEscape.Mount => Rune.IsLetterOrDigit(rune),
            InstanceEscape.Punctuation => IsSafe(rune) && !MetcollectPunctuation.Contains((char)rune.Value),
            _ => IsSafe(rune),
        };
    }

    /// <summary>What carbon stores as it stands: no end of a node, no folder, no tag, no blank of any script.</summary>
    private static bool IsSafe(Rune rune) =>
        rune.Value is not ('.' or '/' or ';' or '\\') && rune != Rune.ReplacementChar
        && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune);
}
