namespace Collector.Sources.Recordings;

/// <summary>Hands out native rows that were recorded, the same in each tick. There is one of these a struct, so it does little itself.</summary>
internal sealed class ReplayedSource<TRow> : INativeSource<TRow>
    where TRow : unmanaged
{
    private readonly RecordedRows _recorded;
    private readonly TRow[] _rows;

    /// <param name="recorded">What was recorded.</param>
    /// <param name="pass">Goes over the fields of a row.</param>
    public unsafe ReplayedSource(RecordedRows recorded, delegate*<FieldPass, ref TRow, void> pass)
    {
        _recorded = recorded;
        _rows = new TRow[recorded.Count];
        for (int index = 0; index < _rows.Length; index++)
        {
            pass(recorded.Row(index), ref _rows[index]);
        }
    }

    public ReadOnlySpan<TRow> Read(out Fault fault)
    {
        fault = _recorded.Fault;
        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => _recorded.Key(row);

    public string Name(int row) => _recorded.Names[row];
}
