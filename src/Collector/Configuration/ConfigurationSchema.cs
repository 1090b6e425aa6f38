using System.Text.Json;

namespace Collector.Configuration;

/// <summary>Writes the JSON Schema of the file, for editors and for whoever checks files without the collector.</summary>
internal static class ConfigurationSchema
{
    public static void Write(Stream output)
    {
        using Utf8JsonWriter json = new(output, new() { Indented = true, NewLine = "\n", Encoder = SettingJson.Encoder });
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "The configuration of the collector");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        json.WriteStartObject("$schema");
        json.WriteString("type", "string");
        json.WriteEndObject();
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            WriteSetting(json, setting);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void WriteSetting(Utf8JsonWriter json, SettingDefinition setting)
    {
        json.WriteStartObject(setting.Key);
        json.WriteString("description", $"{setting.Description} Default: {setting.Default}.");
        if (setting.WrittenDefault is string written)
        {
            json.WritePropertyName("default");
            json.WriteRawValue(written);
        }

        json.WriteStartArray("examples");
        json.WriteRawValue(setting.Example);
        json.WriteEndArray();
        WriteShape(json, setting);
        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, SettingDefinition setting)
    {
        switch (setting.Shape)
        {
            case SettingShape.Texts:
                json.WriteStartArray("oneOf");
                ValueSchema.WriteObject(json, SettingShape.Text, setting.Choices, setting.Pattern);
                WriteList(json, setting.Pattern, setting.FewestValues);
                json.WriteEndArray();
                break;
            case SettingShape.Tags:
                json.WriteStartArray("oneOf");
                WriteTags(json);
                WriteList(json, TagSetting.Pattern, fewest: 0);
                json.WriteEndArray();
                break;
            case SettingShape.Counters:
                CounterSchema.Write(json);
                break;
            default:
                ValueSchema.Write(json, setting.Shape, setting.Choices, setting.Pattern);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, string? pattern, int fewest)
    {
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteNumber("minItems", fewest);
        json.WritePropertyName("items");
        ValueSchema.WriteObject(json, SettingShape.Text, [], pattern);
        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("propertyNames");
        json.WriteString("pattern", TagSetting.KeyPattern);
        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("oneOf");
        ValueSchema.WriteObject(json, SettingShape.Text, [], TagSetting.ValuePattern);
        ValueSchema.WriteObject(json, SettingShape.Number, [], null);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
