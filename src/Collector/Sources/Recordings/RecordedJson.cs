using System.Text.Json;

namespace Collector.Sources.Recordings;

/// <summary>Takes the JSON of a recording apart.</summary>
internal static class RecordedJson
{
    /// <exception cref="UserError">The file cannot be read, or is not JSON.</exception>
    public static JsonElement Load(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, error);
        }
    }

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

    /// <summary>What is said of a recording that is damaged.</summary>
    public static UserError Refuse(string path, Exception error)
    {
        string what = error.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
        string line = error is JsonException { LineNumber: long number } ? $", line {number + 1}" : "";
        return new(ExitCode.InputOutput, $"the recording cannot be read: {path}{line}: {what}; make the recording anew");
    }
}
