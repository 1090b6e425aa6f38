using System.Text;

namespace Collector.Wire;

/// <summary>Makes nodes of paths from names that the kernel or an administrator chose.</summary>
internal static class NameEscape
{
    /// <summary>A node becomes a file's name with <c>.wsp</c> behind it, and file systems end a name at 255 bytes.</summary>
    public const int MaxNodeBytes = 251;

    /// <summary>collectd keeps each part of a name in 128 bytes, the last of which is 0.</summary>
    public const int MaxCollectdBytes = 127;

    private const string MetcollectPunctuation = "!\"#%'()*+,./:;<=>?@[\\]^`{|}~ ";

    /// <summary>What collectd replaces beside dots, blanks and controls, and the semicolon, behind which carbon sees tags.</summary>
    private const string CollectdPunctuation = "\"\\:!,/();";

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

        // Carbon takes a tag for faulty whose value begins so.
        if (escape == InstanceEscape.Tag && node.Length > 0 && node[0] == '~')
        {
            node[0] = '_';
        }

        bool isCollectd = escape is InstanceEscape.Collectd or InstanceEscape.CollectdMount;
        return node.Length == 0 ? "_" : Cut(node.ToString(), isCollectd ? Math.Min(room, MaxCollectdBytes) : room);
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
        InstanceEscape.Mount or InstanceEscape.Drive or InstanceEscape.CollectdMount when name == "/" => "root",
        InstanceEscape.Mount => name.Replace(":", "", StringComparison.Ordinal).Trim('/', '\\'),
        InstanceEscape.Drive => name.Replace(":", "", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal).TrimStart('/'),
        InstanceEscape.CollectdMount when name.StartsWith('/') => name[1..].Replace('/', '-'),
        InstanceEscape.CollectdMount => name.Replace(":", "", StringComparison.Ordinal).Trim('\\').Replace('\\', '-'),
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
            return escape == InstanceEscape.Tag && rune.Value is '.' or '/';
        }

        return escape switch
        {
            InstanceEscape.Node or InstanceEscape.Mount => Rune.IsLetterOrDigit(rune),
            InstanceEscape.Punctuation => IsSafe(rune) && !MetcollectPunctuation.Contains((char)rune.Value),
            InstanceEscape.Collectd or InstanceEscape.CollectdMount => IsSafe(rune) && !CollectdPunctuation.Contains((char)rune.Value),
            InstanceEscape.Tag => rune.Value is '.' or '/' or '\\' || IsSafe(rune),
            _ => IsSafe(rune),
        };
    }

    /// <summary>What carbon stores as it stands: no end of a node, no folder, no tag, no blank of any script.</summary>
    private static bool IsSafe(Rune rune) =>
        rune.Value is not ('.' or '/' or ';' or '\\') && rune != Rune.ReplacementChar
        && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune);
}
