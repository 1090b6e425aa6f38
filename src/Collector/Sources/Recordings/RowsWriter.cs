using System.Text.Json;

namespace Collector.Sources.Recordings;

/// <summary>Writes the rows of a native source into a file of a recording, whatever their struct.</summary>
internal sealed class RowsWriter : IDisposable
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly FieldWriter _fields;

    public RowsWriter(Stream output)
    {
        _output = output;
        _json = new(output, Recorder.Indented);
        _fields = new(_json);
        _json.WriteStartObject();
        _json.WriteStartArray("rows");
    }

    /// <summary>Starts a row.</summary>
    /// <param name="instance">The name of its instance.</param>
    /// <param name="isUnusual">Whether the instance is left out unless asked for.</param>
    /// <returns>What writes its fields.</returns>
    public FieldPass Begin(string instance, bool isUnusual)
    {
        _json.WriteStartObject();
        _json.WriteString("instance", instance);
        if (isUnusual)
        {
            _json.WriteBoolean("unusual", true);
        }

        _json.WriteStartObject("fields");
        return _fields;
    }

    public void End()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>Ends the file, with what was wrong.</summary>
    public void Finish(Fault fault)
    {
        _json.WriteEndArray();
        if (fault.IsNone)
        {
            _json.WriteNull("fault");
        }
        else
        {
            _json.WriteStartObject("fault");
            _json.WriteString("kind", fault.Kind.ToString());
            _json.WriteString("subject", fault.Subject);
            _json.WriteNumber("code", fault.Code);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }
}
