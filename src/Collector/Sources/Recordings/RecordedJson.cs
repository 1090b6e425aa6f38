using System.Text.Json;

namespace Collector.Sources.Recordings;

/// <summary>Takes the JSON of a recording apart.</summary>
internal static class RecordedJson
{
    /// <exception cref="JsonException">The member is missing, or something else.</exception>
    public static JsonElement Member(JsonElement element, string name, JsonValueKind kind)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement member))
        {
            throw new JsonException($"'{name}' is missing");
        }

        return member.ValueKind == kind
            ? member
            : throw new JsonException($"'{name}' has to be of the kind {kind}, not {member.ValueKind}");
    }
}
