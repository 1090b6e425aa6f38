namespace Collector.Configuration;

/// <summary>
/// All that is known of a setting. The option, its help, the commented file, the schema, <c>config show</c> and the reading of
/// values follow from it.
/// </summary>
/// <param name="Key">Its key in the file.</param>
/// <param name="Shape">What it looks like there.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Title">What it sets, in a sentence without its full stop.</param>
internal sealed record SettingDefinition(string Key, SettingShape Shape, SettingUse Use, string Title)
{
    /// <summary>More sentences about it.</summary>
    public string Details { get; init; } = "";

    /// <summary>What holds where it is not made, for people.</summary>
    public required string Default { get; init; }

    /// <summary>The default as it is written in the file; null where none can be written.</summary>
    public string? WrittenDefault { get; init; }

    /// <summary>A value as it is written in the file.</summary>
    public required string Example { get; init; }

    /// <summary>The option's name, where it is not the key.</summary>
    public string? OptionName { get; init; }

    /// <summary>The option's short name.</summary>
    public string? ShortOption { get; init; }

    /// <summary>What the option's value is called in its help.</summary>
    public string HelpName { get; init; } = "";

    /// <summary>Whether the option may be given more than once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>How many values a list has at least.</summary>
    public int FewestValues { get; init; }

    /// <summary>What stands between the values of a list in the environment; null where there is one value.</summary>
    public char? Separator { get; init; }

    /// <summary>The words that it may have; empty where there are more than a few.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Words that a shell may complete; by default its choices.</summary>
    public IReadOnlyList<string> Suggestions { get => field ?? Choices; init; }

    /// <summary>A regular expression for its texts, beside what its shape demands; null where none says it.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it is worth standing in a new file without being commented out.</summary>
    public bool IsWorthWriting { get; init; }

    /// <summary>Reads its value.</summary>
    public required Func<Settings, SettingValue, Settings> Apply { get; init; }

    /// <summary>What is in force, as somebody would write it; nothing where there is no value.</summary>
    public required Func<Settings, IReadOnlyList<string>> Show { get; init; }

    public string Option => $"--{OptionName ?? Key}";

    public string Variable => SettingKey.EnvironmentName(Key);

    public bool IsList => Shape is SettingShape.Texts or SettingShape.Tags or SettingShape.Counters;

    /// <summary>What it is, in full.</summary>
    public string Description => Details.Length > 0 ? $"{Title}. {Details}" : $"{Title}.";

    /// <summary>The help of its option.</summary>
    public string Help
    {
        get
        {
            string more = IsRepeatable ? "; may be given more than once" : "";
            string details = Details.Length > 0 ? $" {Details}" : "";
            string otherwise = Shape == SettingShape.Flag ? "" : $" Default: {Default}.";
            return $"{Title}{more}.{details}{otherwise}";
        }
    }
}
