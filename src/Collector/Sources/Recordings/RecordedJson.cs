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
            using JsonDocument document = JsonDocument.Parse(RegularFile.ReadBytes(path));
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

    /// <exception cref="JsonException">The member is missing, or no text.</exception>
    public static string Text(JsonElement element, string name)
    {
        try
        {
            return Member(element, name, JsonValueKind.String).GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"'{name}' is no text: half of a surrogate pair is escaped in it");
        }
    }

    /// <summary>What is said of a recording that is damaged.</summary>
    public static UserError Refuse(string path, Exception error)
    {
        string what = error.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
        string line = error is JsonException { LineNumber: long number } ? $", line {number + 1}" : "";
        return new(ExitCode.InputOutput, $"the recording cannot be read: {path}{line}: {what}; make the recording anew");
    }
}
