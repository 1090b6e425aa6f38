namespace Collector.Configuration;

/// <summary>Where the parts of a setting are in the file.</summary>
/// <param name="Written">The setting without its values.</param>
internal sealed record SettingOutline(SettingValue Written)
{
    /// <summary>The places of its values.</summary>
    public IReadOnlyList<ValuePlace> Values { get; init; } = [];

    /// <summary>The places of its objects.</summary>
    public IReadOnlyList<ObjectPlace> Items { get; init; } = [];
}
