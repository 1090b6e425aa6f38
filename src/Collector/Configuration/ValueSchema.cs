using System.Text.Json;

namespace Collector.Configuration;

/// <summary>Writes what JSON Schema demands of a single value.</summary>
internal static class ValueSchema
{
    private const string TimePattern = @"^\s*([0-9]+\.?[0-9]*|\.[0-9]+)([mM]?[sS]|[mMhHdD])?\s*$";

    private const string SizePattern = @"^\s*([0-9]+\.?[0-9]*|\.[0-9]+)\s*([kKmMgG]([iI]?[bB])?|[bB])?\s*$";

    private const string CountPattern = "^[0-9]+$";

    public static void WriteObject(Utf8JsonWriter json, SettingShape shape, IReadOnlyList<string> choices, string? pattern)
    {
        json.WriteStartObject();
        Write(json, shape, choices, pattern);
        json.WriteEndObject();
    }

    /// <summary>Writes into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, SettingShape shape, IReadOnlyList<string> choices, string? pattern)
    {
        switch (shape)
        {
            case SettingShape.Time:
                WriteEither(json, "number", choices.Count == 0 ? TimePattern : $"^({string.Join('|', choices)})$|{TimePattern}");
                break;
            case SettingShape.Size:
                WriteEither(json, "number", SizePattern);
                break;
            case SettingShape.Count:
                WriteEither(json, "integer", CountPattern);
                break;
            case SettingShape.Number:
                json.WriteString("type", "number");
                break;
            case SettingShape.Flag:
                json.WriteString("type", "boolean");
                break;
            default:
                json.WriteString("type", "string");
                WriteChoices(json, choices);
                WritePattern(json, pattern);
                break;
        }
    }

    /// <summary>A number, or a text that is read as one.</summary>
    private static void WriteEither(Utf8JsonWriter json, string number, string pattern)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue(number);
        json.WriteEndArray();
        WritePattern(json, pattern);
        json.WriteNumber("minimum", 0);
    }

    private static void WriteChoices(Utf8JsonWriter json, IReadOnlyList<string> choices)
    {
        if (choices.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (string choice in choices)
            {
                json.WriteStringValue(choice);
            }

            json.WriteEndArray();
        }
    }

    private static void WritePattern(Utf8JsonWriter json, string? pattern)
    {
        if (pattern is not null)
        {
            json.WriteString("pattern", pattern);
        }
    }
}
