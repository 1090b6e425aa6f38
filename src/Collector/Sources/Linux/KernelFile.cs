using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>
/// A small file that a source reads once in each tick: kept open, read by one call into the caller's bytes. A file
/// that is not there costs one call too, and nothing is thrown.
/// </summary>
/// <param name="context">Where to read.</param>
/// <param name="path">The file, below the context's root.</param>
/// <param name="isLookedForOnce">Whether a file that is not there will not come either: it costs nothing from then on.</param>
internal sealed unsafe class KernelFile(SourceContext context, string path, bool isLookedForOnce = false)
{
    private readonly byte[] _path = KernelPath.Below(context, path);
    private int _descriptor = -1;

    /// <summary>Where it is, without the root.</summary>
    public string Path => path;

    /// <summary>Why the last read gave nothing; 0 if it did not fail.</summary>
    public int Error { get; private set; }

    /// <summary>Whether the last read failed because there is no such file, or no longer, or nothing that it could tell.</summary>
    public bool IsAbsent => Error is Libc.ENOENT or Libc.ENOTDIR or Libc.ENODEV or Libc.ESRCH or Libc.EOPNOTSUPP;

    /// <summary>Reads the file from its beginning.</summary>
    /// <returns>What fits into the buffer; empty if it could not be read.</returns>
    public ReadOnlySpan<byte> Read(Span<byte> buffer)
    {
        if (isLookedForOnce && IsAbsent)
        {
            return default;
        }

        bool wasOpen = _descriptor >= 0;
        int length = ReadOnce(buffer);
        if (length < 0 && wasOpen && IsAbsent && !isLookedForOnce)
        {
            // What it belonged to is gone; there may be another of that name by now.
            length = ReadOnce(buffer);
        }

        return buffer[..Math.Max(length, 0)];
    }

    /// <summary>Reads the number that the file consists of.</summary>
    /// <returns>Null if it has none.</returns>
    public ulong? ReadWhole()
    {
        FieldReader fields = new(Read(stackalloc byte[32]));
        return fields.TryReadWhole(0, out ulong value) ? value : null;
    }

    /// <summary>What a read that failed is reported as.</summary>
    public Fault FaultOf() => Error == 0 ? Fault.None : new(FaultKind.Unreadable, path, Error);

    /// <summary>Closes it; the next read opens it again.</summary>
    public void Close()
    {
        if (_descriptor >= 0)
        {
            Libc.close(_descriptor);
            _descriptor = -1;
        }
    }

    /// <returns>Negative if it failed.</returns>
    private int ReadOnce(Span<byte> buffer)
    {
        Error = 0;
        if (_descriptor < 0 && !TryOpen())
        {
            return -1;
        }

        nint length;
        fixed (byte* start = buffer)
        {
            length = Libc.pread(_descriptor, start, (nuint)buffer.Length, 0);
        }

        if (length < 0)
        {
            Error = Marshal.GetLastPInvokeError();
            Close();
        }

        return (int)length;
    }

    private bool TryOpen()
    {
        // Without O_NONBLOCK a named pipe below another root would wait for its writer.
        fixed (byte* text = _path)
        {
            _descriptor = Libc.openat(Libc.AT_FDCWD, text, Libc.O_RDONLY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
        }

        Error = _descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (_descriptor >= 0 && context.IsForeign && !RegularFile.IsFile(_descriptor, out int error))
        {
            // A device there would have no end.
            Close();
            Error = error;
        }

        return _descriptor >= 0;
    }
}
