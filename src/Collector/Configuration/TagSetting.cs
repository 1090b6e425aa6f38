using Collector.Counters;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Configuration;

/// <summary>Reads the setting <c>tags</c>: keys and values that tell the series of this host apart.</summary>
internal static class TagSetting
{
    /// <summary>A regular expression for the keys of tags.</summary>
    public const string KeyPattern = "^[A-Za-z][A-Za-z0-9_.-]{0,99}$";

    /// <summary>A regular expression for the values of tags.</summary>
    public const string ValuePattern = @"^[^;,|#:\s~][^;,|#:\s]{0,99}$";

    /// <summary>A regular expression for both, as they are written in one text.</summary>
    public const string Pattern = @"^[A-Za-z][A-Za-z0-9_.-]{0,99}=[^;,|#:\s~][^;,|#:\s]{0,99}$";

    /// <summary>A line with a dozen of the longest still fits into a datagram.</summary>
    private const int MaxLength = 100;

    /// <summary>Graphite keeps the name of a series in a tag.</summary>
    private const string Name = "name";

    /// <exception cref="UserError">A tag is no tag, or one that some series has already.</exception>
    public static Tag[] Parse(SettingValue setting)
    {
        List<Tag> tags = [];
        foreach (SettingValue value in setting.Each())
        {
            Tag tag = Split(value);
            if ((KeyFault(tag.Key) ?? ValueFault(tag) ?? Collision(tag.Key)) is string fault)
            {
                value.Reject(fault);
            }

            if (tags.Exists(other => other.Key == tag.Key))
            {
                value.Reject($"tag '{tag.Key}' is given twice; keep one");
            }

            tags.Add(tag);
        }

        return [.. tags];
    }

    private static Tag Split(SettingValue setting)
    {
        string text = setting.Single();
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            setting.Reject($"'{text}' is no tag; write a key and a value, as in site=berlin");
        }

        return new(text[..equals], text[(equals + 1)..]);
    }

    private static string? KeyFault(string key)
    {
        bool isLegal = key.Length is > 0 and <= MaxLength && char.IsAsciiLetter(key[0])
            && key.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');
        return isLegal
            ? null
            : $"'{key}' cannot be a tag's key: it takes letters, digits, '_', '-' and '.', a letter first, at most {MaxLength} characters";
    }

    private static string? ValueFault(Tag tag)
    {
        bool isLegal = tag.Value.Length is > 0 and <= MaxLength && tag.Value[0] != '~' && !tag.Value.Any(IsDivider);
        return isLegal
            ? null
            : $"'{tag.Value}' cannot be the value of tag '{tag.Key}': it takes 1 to {MaxLength} characters, "
                + "no blanks, none of ; , | # :, and no ~ at its beginning";
    }

    /// <summary>What divides tags or lines in Graphite's or in StatsD's grammar, or is half of a character.</summary>
    private static bool IsDivider(char character) =>
        character is ';' or ',' or '|' or '#' or ':' || char.IsWhiteSpace(character) || char.IsControl(character)
        || char.IsSurrogate(character) || character == '\uFFFD';

    private static string? Collision(string key)
    {
        if (key is TagList.Host or Name)
        {
            return $"tag '{key}' is taken: every series has one of this key; choose another key";
        }

        if (key == ConfiguredGroup.Label)
        {
            return $"tag '{key}' is taken: counters of the configuration that have instances have one of this key; choose another key";
        }

        foreach (MetricGroup group in Catalog.Groups)
        {
            if (group.InstanceLabel == key)
            {
                return $"tag '{key}' is taken: the series of {group.Name} have one of this key; choose another key";
            }
        }

        return null;
    }
}
