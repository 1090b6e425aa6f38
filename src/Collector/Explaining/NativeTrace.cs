using System.Text.Json;
using Collector.Metrics;
using Collector.Sources.Recordings;

namespace Collector.Explaining;

/// <summary>Finds the fields of a native row that a value was made of.</summary>
internal static class NativeTrace
{
    /// <param name="recorded">What was read.</param>
    /// <param name="source">The struct.</param>
    /// <param name="origin">The expression of its fields.</param>
    /// <param name="instance">The row's instance.</param>
    /// <returns>Null if the system gave no such row.</returns>
    public static RawReading? Read(MemoryRecorder recorded, SourceInfo source, Origin origin, Instance instance)
    {
        if (recorded.Find($"{Recording.NativeFolder}/{source.Subject}.json") is not byte[] json)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonElement row in document.RootElement.GetProperty("rows").EnumerateArray())
        {
            if (row.GetProperty("instance").GetString() == instance.Name)
            {
                return Of(source, origin, row.GetProperty("fields"), instance);
            }
        }

        return null;
    }

    private static RawReading Of(SourceInfo source, Origin origin, JsonElement fields, Instance instance)
    {
        List<string> names = ExpressionNames.In(origin.Place);
        string[] text = [.. names.Select(name => $"{name} = {TextOf(fields, name) ?? "(absent)"}")];
        string place = instance.Name.Length == 0 ? source.Subject : $"{source.Subject} of {instance.Name}";
        if (!names.TrueForAll(name => TextOf(fields, name) is not null))
        {
            return new(place, text, "");
        }

        string values = ExpressionNames.Replace(origin.Place, name => TextOf(fields, name)!);
        bool isTorn = values.Contains(' ') && origin.Conversion.StartsWith(' ');
        return new(place, text, isTorn ? $"({values}){origin.Conversion}" : values + origin.Conversion);
    }

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out JsonElement field) && field.ValueKind == JsonValueKind.Number ? field.GetRawText() : null;
}
