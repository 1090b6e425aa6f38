namespace Collector.Configuration;

/// <summary>The settings in force, and where they were made.</summary>
/// <param name="Settings">What holds.</param>
/// <param name="Made">What somebody wrote that decided it, by key; what is not here is a default.</param>
/// <param name="Faults">What is wrong, in the order of reading.</param>
internal sealed record EffectiveSettings(
    Settings Settings, IReadOnlyDictionary<string, SettingValue> Made, IReadOnlyList<UserError> Faults)
{
    /// <summary>The file that was read; null if none was.</summary>
    public string? File { get; init; }

    /// <summary>The same if nothing is wrong.</summary>
    /// <exception cref="UserError">The first thing that is.</exception>
    public EffectiveSettings Valid() => Faults is [UserError first, ..] ? throw first : this;
}
