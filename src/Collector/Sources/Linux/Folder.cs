using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Steps through the names in a folder without making strings of them.</summary>
internal sealed unsafe class Folder(byte[] path)
{
    private nint _stream;
    private Libc.DIRENT* _entry;

    public bool IsOpen => _stream != 0;

    /// <summary>The descriptor to open what is in it by; valid after <see cref="TryBegin"/>.</summary>
    public int Descriptor => Libc.dirfd(_stream);

    /// <summary>Why it could not be opened.</summary>
    public int Error { get; private set; }

    /// <summary>The name that <see cref="Next"/> has come to. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Current => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_entry->d_name);

    /// <summary>Goes to the folder's beginning. It stays open until it is closed.</summary>
    public bool TryBegin()
    {
        if (_stream != 0)
        {
            Libc.rewinddir(_stream);
            return true;
        }

        fixed (byte* text = path)
        {
            _stream = Libc.opendir(text);
        }

        Error = _stream == 0 ? Marshal.GetLastPInvokeError() : 0;
        return _stream != 0;
    }

    /// <summary>Steps to the next name; <c>.</c> and <c>..</c> are left out.</summary>
    public bool Next()
    {
        do
        {
            _entry = Libc.readdir(_stream);
        }
        while (_entry != null && Current is [(byte)'.'] or [(byte)'.', (byte)'.']);
        return _entry != null;
    }

    /// <summary>Reads the file that <see cref="Next"/> has come to.</summary>
    /// <returns>What fits into the buffer; empty if it cannot be read.</returns>
    public ReadOnlySpan<byte> ReadCurrent(Span<byte> buffer)
    {
        // Without O_NONBLOCK a named pipe would wait for its writer.
        int file = Libc.openat(Descriptor, _entry->d_name, Libc.O_RDONLY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
        if (file < 0)
        {
            return default;
        }

        nint length;
        fixed (byte* start = buffer)
        {
            length = Libc.pread(file, start, (nuint)buffer.Length, 0);
        }

        _ = Libc.close(file);
        return buffer[..(int)Math.Max(length, 0)];
    }

    public void Close()
    {
        if (_stream != 0)
        {
            _ = Libc.closedir(_stream);
            _stream = 0;
        }
    }
}
