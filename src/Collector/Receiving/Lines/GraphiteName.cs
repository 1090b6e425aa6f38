using Collector.Wire;

namespace Collector.Receiving;

/// <summary>Looks at the name of a series as carbon makes a file's path of it.</summary>
internal static class GraphiteName
{
    /// <returns>What is wrong with it.</returns>
    public static LineFlaws Check(ReadOnlySpan<byte> name)
    {
        LineFlaws flaws = name.IsEmpty ? LineFlaws.NoName : LineFlaws.None;
        int node = 0;
        for (int index = 0; index < name.Length; index++)
        {
            byte character = name[index];
            if (IsPlain(character))
            {
                continue;
            }

            switch (character)
            {
                case (byte)'.':
                    flaws |= CheckNode(index - node);
                    node = index + 1;
                    break;
                case (byte)';':
                    // A file's name is made of a hash then: neither dots nor length matter.
                    return CheckTagged(name, index);
                case (byte)'/':
                    flaws |= LineFlaws.SlashInName;
                    break;
                case 0:
                    flaws |= LineFlaws.NulInName;
                    break;
                default:
                    flaws |= LineFlaws.OddName;
                    break;
            }
        }

        return flaws | CheckNode(name.Length - node);
    }

    /// <summary>What carbon-c-relay leaves as it is.</summary>
    public static bool IsPlain(byte character) =>
        char.IsAsciiLetterOrDigit((char)character) || character is (byte)'_' or (byte)'-' or (byte)':' or (byte)'#';

    private static LineFlaws CheckNode(int length) =>
        length == 0 ? LineFlaws.EmptyNode : length > NameEscape.MaxNodeBytes ? LineFlaws.LongNode : LineFlaws.None;

    /// <summary>A name, then <c>;key=value</c> for each tag.</summary>
    private static LineFlaws CheckTagged(ReadOnlySpan<byte> name, int tags)
    {
        LineFlaws flaws = name.Contains((byte)0) ? LineFlaws.NulInName : LineFlaws.None;
        flaws |= tags == 0 ? LineFlaws.NoName : LineFlaws.None;
        foreach (byte character in name[..tags])
        {
            flaws |= IsPlain(character) || character == '.' ? LineFlaws.None : LineFlaws.OddName;
        }

        ReadOnlySpan<byte> rest = name[(tags + 1)..];
        while (true)
        {
            int end = rest.IndexOf((byte)';');
            flaws |= IsTag(end < 0 ? rest : rest[..end]) ? LineFlaws.None : LineFlaws.BadTags;
            if (end < 0)
            {
                return flaws;
            }

            rest = rest[(end + 1)..];
        }
    }

    /// <summary>A key of one character or more without <c>!^=</c>, and a value that is there and does not begin with <c>~</c>.</summary>
    private static bool IsTag(ReadOnlySpan<byte> tag)
    {
        int equals = tag.IndexOf((byte)'=');
        return equals > 0 && tag.Length > equals + 1 && tag[equals + 1] != '~' && tag[..equals].IndexOfAny((byte)'!', (byte)'^') < 0;
    }
}
