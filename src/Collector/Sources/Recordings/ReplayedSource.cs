using System.Text;
using System.Text.Json;
using Collector.Filters;

namespace Collector.Sources.Recordings;

/// <summary>Hands out native rows that were recorded, the same in each tick.</summary>
internal sealed class ReplayedSource<TRow> : INativeSource<TRow>
    where TRow : unmanaged
{
    private readonly TRow[] _rows;
    private readonly string[] _names;
    private readonly byte[][] _keys;
    private readonly Fault _fault;

    /// <param name="recorded">What was recorded.</param>
    /// <param name="pass">Goes over the fields of a row.</param>
    /// <param name="isElsewhere">Whether it was recorded on another system, whose error codes mean something else.</param>
    /// <param name="filter">Is told which instances are left out unless asked for.</param>
    /// <exception cref="JsonException">The JSON is not what a recording has.</exception>
    public ReplayedSource(JsonElement recorded, PassFields<TRow> pass, bool isElsewhere, RowFilter? filter)
    {
        FieldLoader loader = new();
        JsonElement[] rows = [.. RecordedJson.Member(recorded, "rows", JsonValueKind.Array).EnumerateArray()];
        _rows = new TRow[rows.Length];
        _names = new string[rows.Length];
        for (int index = 0; index < rows.Length; index++)
        {
            _names[index] = RecordedJson.Member(rows[index], "instance", JsonValueKind.String).GetString()!;
            loader.Fields = RecordedJson.Member(rows[index], "fields", JsonValueKind.Object);
            pass(loader, ref _rows[index]);
            filter?.SetUnusual(_names[index], rows[index].TryGetProperty("unusual", out JsonElement unusual) && unusual.ValueKind == JsonValueKind.True);
        }

        _keys = Array.ConvertAll(_names, Encoding.UTF8.GetBytes);
        _fault = FaultOf(recorded);
        if (isElsewhere && _fault.Kind == FaultKind.CallFailed)
        {
            _fault = _fault with { Kind = FaultKind.CallFailedElsewhere };
        }
    }

    public ReadOnlySpan<TRow> Read(out Fault fault)
    {
        fault = _fault;
        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[row];

    public string Name(int row) => _names[row];

    private static Fault FaultOf(JsonElement recorded)
    {
        if (!recorded.TryGetProperty("fault", out JsonElement fault) || fault.ValueKind == JsonValueKind.Null)
        {
            return Fault.None;
        }

        string kind = RecordedJson.Member(fault, "kind", JsonValueKind.String).GetString()!;
        string subject = RecordedJson.Member(fault, "subject", JsonValueKind.String).GetString()!;
        int code = RecordedJson.Member(fault, "code", JsonValueKind.Number).TryGetInt32(out int number) ? number : 0;
        return Enum.TryParse(kind, out FaultKind known)
            ? new(known, subject, code)
            : throw new JsonException($"there is no fault of kind '{kind}'");
    }
}
