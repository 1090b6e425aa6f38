using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Collector.Configuration;

/// <summary>Writes values of settings as JSON.</summary>
internal static class SettingJson
{
    /// <summary>What people read shall not have \u0027 in it. It is no HTML.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>A setting that somebody made elsewhere, as the file would have it.</summary>
    public static string Write(SettingDefinition setting, SettingValue value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Encoder = Encoder }))
        {
            Write(json, setting, value.Values, value.Items);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="json">Takes the value.</param>
    /// <param name="setting">Says what it looks like.</param>
    /// <param name="values">The value as texts; none for null.</param>
    /// <param name="items">The objects, if it is a list of such.</param>
    public static void Write(
        Utf8JsonWriter json, SettingDefinition setting, IReadOnlyList<string> values, IReadOnlyList<SettingObject> items)
    {
        switch (setting.Shape)
        {
            case SettingShape.Texts:
                json.WriteStartArray();
                foreach (string text in values)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            case SettingShape.Tags:
                json.WriteStartObject();
                foreach (string text in values)
                {
                    int equals = text.IndexOf('=', StringComparison.Ordinal);
                    json.WriteString(text[..equals], text[(equals + 1)..]);
                }

                json.WriteEndObject();
                break;
            case SettingShape.Counters:
                WriteItems(json, items);
                break;
            default:
                WriteOne(json, setting.Shape, values.Count > 0 ? values[0] : null);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter json, IReadOnlyList<SettingObject> items)
    {
        json.WriteStartArray();
        foreach (SettingObject item in items)
        {
            json.WriteStartObject();
            foreach ((string name, PlacedText value) in item.Properties)
            {
                json.WritePropertyName(name);
                WriteOne(json, CounterProperty.Find(name)!.Shape, value.Text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, SettingShape shape, string? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else if (shape == SettingShape.Flag)
        {
            json.WriteBooleanValue(bool.Parse(text));
        }
        else if (shape == SettingShape.Count)
        {
            json.WriteNumberValue(ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        }
        else if (shape == SettingShape.Number)
        {
            // As it was written.
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}
