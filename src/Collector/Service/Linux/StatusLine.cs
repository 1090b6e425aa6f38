using System.Buffers.Text;

namespace Collector.Service.Linux;

/// <summary>Puts words and numbers together, in a buffer that is used again. What does not fit is left out.</summary>
/// <param name="buffer">Where they go.</param>
internal ref struct StatusLine(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.TryCopyTo(_buffer[_length..]))
        {
            _length += text.Length;
        }
    }

    public void Add(long number, ReadOnlySpan<byte> after)
    {
        if (Utf8Formatter.TryFormat(number, _buffer[_length..], out int digits))
        {
            _length += digits;
            Add(after);
        }
    }
}
