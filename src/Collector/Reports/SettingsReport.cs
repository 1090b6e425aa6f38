using System.Text;
using System.Text.Json;
using Collector.Configuration;

namespace Collector.Reports;

/// <summary>The settings in force, and where each was made.</summary>
internal static class SettingsReport
{
    /// <summary>As a table: a line a value, the defaults among them.</summary>
    public static string Render(EffectiveSettings effective)
    {
        TextTable table = new(leftAligned: 3);
        table.Add("setting", "value", "from");
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            IReadOnlyList<string> values = setting.Show(effective.Settings);
            string origin = effective.Made.TryGetValue(setting.Key, out SettingValue? made) ? OriginOf(made, effective.File) : "default";
            table.Add(setting.Key, values.Count > 0 ? Printable(values[0]) : $"({setting.Default})", origin);
            foreach (string value in values.Skip(1))
            {
                table.Add("", Printable(value), "");
            }
        }

        StringBuilder text = new();
        table.AppendTo(text);
        return text.ToString();
    }

    /// <summary>The same for programs.</summary>
    public static void Write(Stream output, EffectiveSettings effective)
    {
        using Utf8JsonWriter json = new(output, new() { Indented = true, NewLine = "\n", Encoder = SettingJson.Encoder });
        json.WriteStartObject();
        json.WriteString("file", effective.File);
        json.WriteStartObject("settings");
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            effective.Made.TryGetValue(setting.Key, out SettingValue? made);
            json.WriteStartObject(setting.Key);
            json.WritePropertyName("value");
            SettingJson.Write(json, setting, setting.Show(effective.Settings), made?.Items ?? []);
            WriteOrigin(json, made);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void WriteOrigin(Utf8JsonWriter json, SettingValue? made)
    {
        switch (made?.Origin)
        {
            case SettingOrigin.File:
                json.WriteString("from", "file");
                json.WriteNumber("line", made.Line);
                break;
            case SettingOrigin.Environment:
                json.WriteString("from", "environment");
                json.WriteString("variable", made.Place);
                break;
            case SettingOrigin.Flag:
                json.WriteString("from", "option");
                json.WriteString("option", made.Place);
                break;
            default:
                json.WriteString("from", "default");
                break;
        }
    }

    private static string OriginOf(SettingValue made, string? file) =>
        made.Origin == SettingOrigin.File ? Printable($"{file}, line {made.Line}") : Printable(made.Place);

    private static string Printable(string text) => StandardError.Printable(text);
}
