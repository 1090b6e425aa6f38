using System.Text;
using System.Text.Json;

namespace Collector.Sources.Recordings;

/// <summary>Sets fields from the members of a JSON object. A field that is not there, or null, is absent; 0 if it cannot be.</summary>
/// <param name="path">The file that the object is in.</param>
internal sealed class FieldLoader(string path) : FieldPass
{
    /// <summary>The object that is read.</summary>
    public JsonElement Fields { get; set; }

    public override void Pass(ReadOnlySpan<byte> name, ref ulong? value)
    {
        value = null;
        if (TryFind(name, out JsonElement field))
        {
            value = field.TryGetUInt64(out ulong whole) ? whole : throw NotA("a whole number", name, field);
        }
    }

    public override void Pass(ReadOnlySpan<byte> name, ref double? value)
    {
        value = null;
        if (TryFind(name, out JsonElement field))
        {
            value = field.TryGetDouble(out double number) ? number : throw NotA("a number", name, field);
        }
    }

    private UserError NotA(string what, ReadOnlySpan<byte> name, JsonElement field) => RecordedJson.Refuse(
        path, new JsonException($"field '{Encoding.UTF8.GetString(name)}' has to be {what}, not {field.GetRawText()}"));

    private bool TryFind(ReadOnlySpan<byte> name, out JsonElement field)
    {
        if (!Fields.TryGetProperty(name, out field) || field.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        return field.ValueKind == JsonValueKind.Number ? true : throw NotA("a number", name, field);
    }
}
