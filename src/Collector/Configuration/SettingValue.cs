using System.Diagnostics.CodeAnalysis;

namespace Collector.Configuration;

/// <summary>A setting as somebody wrote it.</summary>
/// <param name="Key">Its key in <see cref="SettingCatalog"/>.</param>
/// <param name="Values">What was written: one value, or each of a list.</param>
/// <param name="Origin">Where it was written.</param>
/// <param name="Place">The same for people: <c>--interval</c>, <c>COLLECTOR_INTERVAL</c>, <c>collector.json(2,15): interval</c>.</param>
internal sealed record SettingValue(string Key, IReadOnlyList<string> Values, SettingOrigin Origin, string Place)
{
    /// <summary>The place of each value, where they have places of their own.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Each object of a list of objects.</summary>
    public IReadOnlyList<SettingObject> Items { get; init; } = [];

    /// <summary>Its line in the file; 0 for other origins.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong with it before its value is looked at; null if nothing is.</summary>
    public UserError? Fault { get; init; }

    /// <summary>The only value.</summary>
    public string Single()
    {
        if (Values.Count == 0)
        {
            Reject("has no value");
        }
        else if (Values.Count > 1)
        {
            Reject($"expected one value, not {Values.Count}");
        }

        return Values[0];
    }

    /// <summary>The values, each by itself and with its own place.</summary>
    public IEnumerable<SettingValue> Each() => Values.Select((text, index) =>
        this with { Values = [text], Places = [], Place = index < Places.Count ? Places[index] : Place });

    /// <summary>What is wrong with this setting.</summary>
    public UserError Wrong(string reason) => new(
        Origin == SettingOrigin.Flag ? ExitCode.WrongCommandLine : ExitCode.InvalidConfiguration,
        $"{Place}: {reason}");

    /// <summary>Ends the program with what is wrong with this setting.</summary>
    [DoesNotReturn]
    public void Reject(string reason) => throw Wrong(reason);
}
