using System.Text.Json;
using System.Text.RegularExpressions;

namespace Collector.Tests.Shared;

/// <summary>As much of JSON Schema (draft 2020-12) as our schemas use.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    private static readonly string[] s_notes = ["$schema", "$defs", "title", "description", "examples"];

    private static readonly string[] s_checked =
    [
        "$ref", "type", "enum", "const", "pattern", "maxLength", "minimum", "exclusiveMinimum", "minItems", "maxItems",
        "uniqueItems", "items", "properties", "additionalProperties", "required", "minProperties", "maxProperties",
        "dependentSchemas", "oneOf", "propertyNames",
    ];

    public static JsonElement Find(JsonElement schema, string place)
    {
        foreach (string step in place.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            schema = schema.ValueKind == JsonValueKind.Array ? schema[int.Parse(step)] : schema.GetProperty(step);
        }

        return schema;
    }

    /// <summary>Keywords that this class would silently ignore.</summary>
    public static IEnumerable<string> UnknownKeywords(JsonElement schema)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            IEnumerable<JsonElement> parts = keyword.Name switch
            {
                "$defs" or "properties" or "dependentSchemas" => keyword.Value.EnumerateObject().Select(static part => part.Value),
                "oneOf" => keyword.Value.EnumerateArray(),
                "items" or "propertyNames" => [keyword.Value],
                "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => [keyword.Value],
                _ => [],
            };
            IEnumerable<string> own = s_notes.Concat(s_checked).Contains(keyword.Name) ? [] : [keyword.Name];
            foreach (string unknown in own.Concat(parts.SelectMany(UnknownKeywords)))
            {
                yield return unknown;
            }
        }
    }

    /// <summary>What is wrong with a value, by place.</summary>
    public IReadOnlyList<string> Validate(JsonElement value) => [.. Validate(value, root, "")];

    private IEnumerable<string> Validate(JsonElement value, JsonElement schema, string place) =>
        schema.EnumerateObject().SelectMany(keyword => Check(value, schema, keyword, place));

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonProperty keyword, string place)
    {
        JsonElement rule = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Validate(value, Find(root, rule.GetString()![2..]), place),
            "properties" => Members(value).SelectMany(member => rule.TryGetProperty(member.Name, out JsonElement inner)
                ? Validate(member.Value, inner, $"{place}/{member.Name}") : []),
            "additionalProperties" => Members(value)
                .Where(member => !(schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out _)))
                .SelectMany(member => rule.ValueKind == JsonValueKind.False
                    ? [$"{place}: unknown {member.Name}"] : Validate(member.Value, rule, $"{place}/{member.Name}")),
            "propertyNames" => Members(value).SelectMany(member =>
                Validate(JsonDocument.Parse($"\"{JsonEncodedText.Encode(member.Name)}\"").RootElement, rule, $"{place}/{member.Name}")),
            "items" => Items(value).SelectMany((item, index) => Validate(item, rule, $"{place}/{index}")),
            "dependentSchemas" => rule.EnumerateObject().Where(part => Members(value).Any(member => member.Name == part.Name))
                .SelectMany(part => Validate(value, part.Value, place)),
            _ when s_notes.Contains(keyword.Name) || Holds(value, keyword) => [],
            _ => [$"{place}: {keyword}"],
        };
    }

    private bool Holds(JsonElement value, JsonProperty keyword)
    {
        JsonElement rule = keyword.Value;
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        decimal? number = value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
        return keyword.Name switch
        {
            "type" => IsOfType(value, rule.GetString()!),
            "enum" => rule.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)),
            "const" => JsonElement.DeepEquals(rule, value),
            "pattern" => text is null || Regex.IsMatch(text, rule.GetString()!),
            "maxLength" => text is null || text.Length <= rule.GetInt32(),
            "minimum" => number is null || number >= rule.GetDecimal(),
            "exclusiveMinimum" => number is null || number > rule.GetDecimal(),
            "minItems" => value.ValueKind != JsonValueKind.Array || Items(value).Length >= rule.GetInt32(),
            "maxItems" => Items(value).Length <= rule.GetInt32(),
            "uniqueItems" => Items(value).Select(static item => item.GetRawText()).Distinct().Count() == Items(value).Length,
            "required" => value.ValueKind != JsonValueKind.Object
                || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "minProperties" => value.ValueKind != JsonValueKind.Object || Members(value).Length >= rule.GetInt32(),
            "maxProperties" => Members(value).Length <= rule.GetInt32(),
            "oneOf" => rule.EnumerateArray().Count(option => !Validate(value, option, "").Any()) == 1,
            _ => throw new NotSupportedException(keyword.Name),
        };
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };

    private static JsonProperty[] Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static JsonElement[] Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
}
