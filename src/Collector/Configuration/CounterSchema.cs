using System.Text.Json;

namespace Collector.Configuration;

/// <summary>Writes what JSON Schema demands of the counters that users add.</summary>
internal static class CounterSchema
{
    /// <summary>Writes into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteStartArray("oneOf");
        WriteKind(json, CounterItem.Pdh, "name", "pdh");
        WriteKind(json, CounterItem.Keyed, "name", "file", "key");
        WriteKind(json, CounterItem.Columns, "name", "file", "column");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, IReadOnlyList<string> properties, params ReadOnlySpan<string> required)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartArray("required");
        foreach (string name in required)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (string name in properties)
        {
            CounterProperty property = CounterProperty.Find(name)!;
            json.WriteStartObject(name);
            json.WriteString("description", property.Description);
            ValueSchema.Write(json, property.Shape, property.Choices, property.Pattern);
            if (property.Shape == SettingShape.Number)
            {
                json.WriteNumber("exclusiveMinimum", 0);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
