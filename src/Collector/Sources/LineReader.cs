namespace Collector.Sources;

/// <summary>Steps through the lines of a text. A last line without an end is not handed out: its numbers may be torn.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>After the last line: whether something without an end follows it.</summary>
    public readonly bool IsTruncated => !_rest.IsEmpty;

    public bool Next()
    {
        int end = _rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        Current = _rest[..end];
        _rest = _rest[(end + 1)..];
        Number++;
        return true;
    }
}
