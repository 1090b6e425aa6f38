using Microsoft.Win32.SafeHandles;

namespace Collector.Sources.Linux;

/// <summary>mountinfo, kept open, and the last text that it had.</summary>
internal sealed class MountInfoFile(string root, bool isForeign)
{
    private const int NoSuchFile = 2;
    private const string Own = "/proc/self/mountinfo";
    private const string First = "/proc/1/mountinfo";

    private readonly string _ownPath = root.TrimEnd('/') + Own;
    private readonly string _firstPath = root.TrimEnd('/') + First;
    private SafeFileHandle? _handle;
    private byte[] _text = [];
    private byte[] _next = new byte[4096];
    private int _length;

    /// <summary>The path of what was read last, or looked for.</summary>
    public string Path { get; private set; } = root.TrimEnd('/') + Own;

    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    public int? Descriptor => _handle is { IsInvalid: false, IsClosed: false } ? (int)_handle.DangerousGetHandle() : null;

    /// <summary>Reads the file.</summary>
    /// <param name="fault">Why it could not be read.</param>
    /// <returns>Whether the text is another one than before.</returns>
    public bool Read(out Fault fault)
    {
        fault = Fault.None;
        try
        {
            _handle ??= Open();
            if (_handle is not null)
            {
                return Take(ReadToEnd(_handle));
            }

            fault = new(FaultKind.Unreadable, Path, NoSuchFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _handle?.Dispose();
            _handle = null;
            fault = new(FaultKind.Unreadable, Path, SystemError.CodeOf(error));
        }

        bool hadText = _length > 0;
        _length = 0;
        return hadText;
    }

    /// <summary>Keeps what was read, if it is new.</summary>
    private bool Take(int length)
    {
        if (_next.AsSpan(0, length).SequenceEqual(Text))
        {
            return false;
        }

        (_text, _next) = (_next, _text.Length > 0 ? _text : new byte[_next.Length]);
        _length = length;
        return true;
    }

    /// <summary>Another host's mounts are those of its first process: "self" is a process of this one.</summary>
    private SafeFileHandle? Open()
    {
        if (isForeign && File.Exists(_firstPath))
        {
            try
            {
                Path = _firstPath;
                return RegularFile.Open(_firstPath);
            }
            catch (UnauthorizedAccessException)
            {
                // Only root may look; what this process sees is the next best.
            }
        }

        Path = _ownPath;
        return File.Exists(_ownPath) ? RegularFile.Open(_ownPath) : null;
    }

    /// <remarks>The kernel hands out a page of whole lines at a time, so only a read of nothing is the end.</remarks>
    private int ReadToEnd(SafeFileHandle handle)
    {
        int length = 0;
        while (true)
        {
            if (length == _next.Length)
            {
                RegularFile.RequireRoom(Path, length);
                Array.Resize(ref _next, _next.Length * 2);
            }

            int read = RandomAccess.Read(handle, _next.AsSpan(length), length);
            length += read;
            if (read == 0)
            {
                return length;
            }
        }
    }
}
