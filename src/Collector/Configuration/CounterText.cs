namespace Collector.Configuration;

/// <summary>One of the counters that users add, as somebody wrote it.</summary>
/// <param name="item">The object in the file.</param>
internal sealed class CounterText(SettingObject item)
{
    public IEnumerable<string> Keys => item.Properties.Keys;

    public bool Has(string key) => item.Properties.ContainsKey(key);

    public string? Find(string key) => item.Properties.TryGetValue(key, out PlacedText value) ? value.Text : null;

    /// <summary>A property that has to be there.</summary>
    public string Require(string key) => Find(key) ?? throw Wrong($"'{key}' is missing; add it");

    /// <summary>What is wrong with a property.</summary>
    public UserError Wrong(string key, string reason) => Error(item.Properties[key].Place, reason);

    /// <summary>What is wrong with the counter.</summary>
    public UserError Wrong(string reason) => Error(item.Place, reason);

    private static UserError Error(string place, string reason) => new(ExitCode.InvalidConfiguration, $"{place}: {reason}");
}
