using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Steps through the names in a folder without making strings of them.</summary>
internal sealed unsafe class Folder(byte[] path)
{
    private nint _stream;
    private Libc.DIRENT* _entry;

    /// <summary>The descriptor to open what is in it by; valid after <see cref="TryBegin"/>.</summary>
    public int Descriptor => Libc.dirfd(_stream);

    /// <summary>Why it could not be opened.</summary>
    public int Error { get; private set; }

    /// <summary>The name that <see cref="Next"/> has come to. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Current => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_entry->d_name);

    /// <summary>Where <see cref="Current"/> begins in memory, closed by NUL.</summary>
    public byte* CurrentText => _entry->d_name;

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

    public void Close()
    {
        if (_stream != 0)
        {
            _ = Libc.closedir(_stream);
            _stream = 0;
        }
    }
}
