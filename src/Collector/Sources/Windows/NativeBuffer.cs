using System.Runtime.InteropServices;

namespace Collector.Sources.Windows;

/// <summary>Memory that stays in its place, for calls whose answers grow, and hold pointers into themselves.</summary>
internal sealed unsafe class NativeBuffer(uint size)
{
    ~NativeBuffer() => NativeMemory.Free(Start);

    public byte* Start { get; private set; } = (byte*)NativeMemory.Alloc(size);

    public uint Size { get; private set; } = size;

    /// <summary>Makes room for an answer that did not fit, and for some more: it may have grown when asked for again.</summary>
    /// <param name="needed">The bytes that the system wanted; 0 if it did not say.</param>
    public void Grow(uint needed)
    {
        Size = Math.Max(Size * 2, needed + (needed / 4));
        NativeMemory.Free(Start);
        Start = null;
        Start = (byte*)NativeMemory.Alloc(Size);
    }
}
