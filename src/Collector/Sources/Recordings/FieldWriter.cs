using System.Text.Json;

namespace Collector.Sources.Recordings;

/// <summary>Writes fields as the members of a JSON object; null for those that are absent.</summary>
internal sealed class FieldWriter(Utf8JsonWriter json) : FieldPass
{
    public override void Pass(ReadOnlySpan<byte> name, ref ulong? value)
    {
        json.WritePropertyName(name);
        if (value is ulong whole)
        {
            json.WriteNumberValue(whole);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public override void Pass(ReadOnlySpan<byte> name, ref double? value)
    {
        json.WritePropertyName(name);
        if (value is double number && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
