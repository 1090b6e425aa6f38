using System.Diagnostics.CodeAnalysis;

namespace Collector.Configuration;

/// <summary>A setting as somebody wrote it.</summary>
/// <param name="Key">One of <see cref="SettingKey"/>.</param>
/// <param name="Values">What was written: one value, or each of a list.</param>
/// <param name="Origin">Where it was written.</param>
/// <param name="Place">The same for people: <c>--interval</c>, <c>COLLECTOR_INTERVAL</c>, <c>collector.json: interval</c>.</param>
internal sealed record SettingValue(string Key, IReadOnlyList<string> Values, SettingOrigin Origin, string Place)
{
    /// <summary>Each object of a list of objects: its properties as they are spelt, and their values.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Items { get; init; } = [];

    /// <summary>Ends the program with what is wrong with this setting.</summary>
    [DoesNotReturn]
    public void Reject(string reason) => throw new UserError(
        Origin == SettingOrigin.Flag ? ExitCode.WrongCommandLine : ExitCode.InvalidConfiguration,
        $"{Place}: {reason}");
}
