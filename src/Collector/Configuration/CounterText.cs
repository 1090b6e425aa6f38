namespace Collector.Configuration;

/// <summary>One of the counters that users add, as somebody wrote it.</summary>
/// <param name="setting">The setting that it stands in.</param>
/// <param name="index">Its place there, from 0.</param>
/// <param name="properties">Its properties.</param>
internal sealed class CounterText(SettingValue setting, int index, IReadOnlyDictionary<string, string> properties)
{
    public IEnumerable<string> Keys => properties.Keys;

    public bool Has(string key) => properties.ContainsKey(key);

    public string? Find(string key) => properties.TryGetValue(key, out string? value) ? value : null;

    /// <summary>A property that has to be there.</summary>
    public string Require(string key) => Find(key) ?? throw Wrong($"'{key}' is missing; add it");

    /// <summary>What is wrong with a property.</summary>
    public UserError Wrong(string key, string reason) => Error($"[{index}].{key}: {reason}");

    /// <summary>What is wrong with the counter.</summary>
    public UserError Wrong(string reason) => Error($"[{index}]: {reason}");

    private UserError Error(string text) => new(ExitCode.InvalidConfiguration, setting.Place + text);
}
