using System.Text.Json;

namespace Collector.Configuration;

/// <summary>What the forms are called, and which of them a shape has.</summary>
internal static class JsonFormsText
{
    /// <summary>The forms of a value, or of each value of a list.</summary>
    public static JsonForms Of(SettingShape shape) => shape switch
    {
        SettingShape.Time or SettingShape.Size or SettingShape.Count => JsonForms.Text | JsonForms.Number,
        SettingShape.Number => JsonForms.Number,
        SettingShape.Flag => JsonForms.Flag,
        _ => JsonForms.Text,
    };

    public static JsonForms Of(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonForms.Text,
        JsonTokenType.Number => JsonForms.Number,
        JsonTokenType.True or JsonTokenType.False => JsonForms.Flag,
        _ => JsonForms.None,
    };

    public static string Describe(JsonForms forms) => forms switch
    {
        JsonForms.Text => "a text",
        JsonForms.Number => "a number",
        JsonForms.Flag => "true or false",
        _ => "a text or a number",
    };
}
