using System.Text;
using System.Text.Json;
using Collector.Filters;

namespace Collector.Sources.Recordings;

/// <summary>The recorded rows of a native source, whatever their struct.</summary>
internal sealed class RecordedRows
{
    private readonly FieldLoader _loader;
    private readonly JsonElement[] _fields;
    private readonly byte[][] _keys;

    /// <param name="path">The file.</param>
    /// <param name="isElsewhere">Whether it was recorded on another system, whose error codes mean something else.</param>
    /// <param name="filter">Is told which instances are left out unless asked for; null if all are alike.</param>
    /// <exception cref="UserError">The file cannot be read, or is no recording.</exception>
    public RecordedRows(string path, bool isElsewhere, RowFilter? filter)
    {
        JsonElement root = RecordedJson.Load(path);
        try
        {
            JsonElement[] rows = [.. RecordedJson.Member(root, "rows", JsonValueKind.Array).EnumerateArray()];
            Names = Array.ConvertAll(rows, static row => RecordedJson.Text(row, "instance"));
            _fields = Array.ConvertAll(rows, static row => RecordedJson.Member(row, "fields", JsonValueKind.Object));
            foreach (JsonElement row in rows)
            {
                bool isUnusual = row.TryGetProperty("unusual", out JsonElement unusual) && unusual.ValueKind == JsonValueKind.True;
                filter?.SetUnusual(RecordedJson.Text(row, "instance"), isUnusual);
            }

            Fault = FaultOf(root);
        }
        catch (JsonException error)
        {
            throw RecordedJson.Refuse(path, error);
        }

        _loader = new(path);
        _keys = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);
        if (isElsewhere && Fault.Kind == FaultKind.CallFailed)
        {
            Fault = Fault with { Kind = FaultKind.CallFailedElsewhere };
        }
    }

    public int Count => _fields.Length;

    public string[] Names { get; }

    public Fault Fault { get; }

    public ReadOnlySpan<byte> Key(int row) => _keys[row];

    /// <summary>What sets the fields of a row.</summary>
    public FieldPass Row(int row)
    {
        _loader.Fields = _fields[row];
        return _loader;
    }

    private static Fault FaultOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("fault", out JsonElement fault) || fault.ValueKind == JsonValueKind.Null)
        {
            return Fault.None;
        }

        string kind = RecordedJson.Text(fault, "kind");
        string subject = RecordedJson.Text(fault, "subject");
        int code = RecordedJson.Member(fault, "code", JsonValueKind.Number).TryGetInt32(out int number) ? number : 0;
        return Enum.TryParse(kind, out FaultKind known)
            ? new(known, subject, code)
            : throw new JsonException($"there is no fault of kind '{kind}'");
    }
}
