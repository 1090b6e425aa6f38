using Microsoft.Win32.SafeHandles;

namespace Collector.Sources;

/// <summary>A file of the kernel's, kept open and read from its beginning once in each tick.</summary>
internal sealed class TextFile(SourceContext context, string path)
{
    /// <summary>
    /// What one read may return without being the whole file. Files under /proc hand out whole records while a page
    /// of at least 4096 bytes has room; a record is shorter than 1 KiB, so less than this means that none was left.
    /// </summary>
    private const int SurelyWhole = 3072;

    private readonly string _fullPath = context.IsForeign ? context.Root.TrimEnd('/') + path : path;
    private SafeFileHandle? _handle;
    private byte[] _buffer = new byte[8192];
    private int _length;
    private long _tick = -1;
    private Fault _fault;

    /// <summary>Where it is, below the root that it is read from.</summary>
    public string Path => _fullPath;

    /// <summary>The file's bytes in this tick; empty if it could not be read. Valid until the next tick.</summary>
    public ReadOnlySpan<byte> Read(out Fault fault)
    {
        if (_tick != context.Tick)
        {
            _tick = context.Tick;
            _fault = Fill();
        }

        fault = _fault;
        return _buffer.AsSpan(0, _length);
    }

    private Fault Fill()
    {
        _length = 0;
        try
        {
            if (_handle is null)
            {
                if (!File.Exists(_fullPath))
                {
                    return new(FaultKind.Unreadable, _fullPath, SystemError.NoSuchFile);
                }

                _handle = RegularFile.Open(_fullPath);
            }

            ReadToEnd(_handle);
            return _length > 0 ? Fault.None : new(FaultKind.Empty, _fullPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The file may have been replaced (a module loaded anew): the next tick opens it again.
            _handle?.Dispose();
            _handle = null;
            _length = 0;
            return new(FaultKind.Unreadable, _fullPath, SystemError.CodeOf(error));
        }
    }

    private void ReadToEnd(SafeFileHandle handle)
    {
        while (true)
        {
            int read = RandomAccess.Read(handle, _buffer.AsSpan(_length), _length);
            _length += read;
            if (read == 0 || _length <= SurelyWhole)
            {
                return;
            }

            if (_length == _buffer.Length)
            {
                RegularFile.RequireRoom(_fullPath, _length);
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }
}
