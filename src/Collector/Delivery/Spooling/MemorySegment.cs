using System.Runtime.InteropServices;

namespace Collector.Delivery;

/// <summary>A segment in memory that the garbage collector knows nothing of.</summary>
internal sealed unsafe class MemorySegment : Segment
{
    public const int UsualBytes = 64 * 1024;

    private byte* _bytes;
    private int _capacity;

    public override int Cost => _capacity;

    public override bool IsOnDisk => false;

    /// <summary>Takes memory for a number of bytes, or for the usual one if that is more.</summary>
    public void Open(long start, int bytes)
    {
        _capacity = Math.Max(UsualBytes, bytes);
        _bytes = (byte*)NativeMemory.Alloc((nuint)_capacity);
        Start = start;
        Reset();
    }

    public override bool HasRoom(int bytes) => bytes <= _capacity - Length;

    public override ReadOnlySpan<byte> Read(int offset, int most) => new(_bytes + offset, Math.Min(Length - offset, most));

    public override void Discard()
    {
        NativeMemory.Free(_bytes);
        _bytes = null;
        _capacity = 0;
    }

    protected override bool Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(new Span<byte>(_bytes + Length, _capacity - Length));
        return true;
    }
}
