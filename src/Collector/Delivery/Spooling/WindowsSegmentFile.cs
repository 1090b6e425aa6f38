using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Delivery;

/// <summary>A file handle. Others may read the file and even delete it, but not write to it.</summary>
internal sealed unsafe class WindowsSegmentFile : SegmentFile
{
    private const nint InvalidHandle = -1;

    private nint _handle = InvalidHandle;

    public override bool OpenNew(SegmentPath path) => Open(path, Kernel32.CREATE_NEW);

    public override bool Open(SegmentPath path) => Open(path, Kernel32.OPEN_EXISTING);

    public override bool Write(ReadOnlySpan<byte> bytes, long offset)
    {
        fixed (byte* start = bytes)
        {
            uint written = 0;
            Kernel32.OVERLAPPED place = Kernel32.OVERLAPPED.At(offset);
            return Check(Kernel32.WriteFile(_handle, start, (uint)bytes.Length, &written, &place)) && written == bytes.Length;
        }
    }

    public override int Read(Span<byte> bytes, long offset)
    {
        fixed (byte* start = bytes)
        {
            uint read = 0;
            Kernel32.OVERLAPPED place = Kernel32.OVERLAPPED.At(offset);
            return Check(Kernel32.ReadFile(_handle, start, (uint)bytes.Length, &read, &place)) ? (int)read : 0;
        }
    }

    public override bool Cut(long length) =>
        Check(Kernel32.SetFilePointerEx(_handle, length, null, Kernel32.FILE_BEGIN)) && Check(Kernel32.SetEndOfFile(_handle));

    public override bool Sync() => Check(Kernel32.FlushFileBuffers(_handle));

    /// <summary>Nothing: NTFS writes the names of files to its own journal.</summary>
    public override void SyncFolder(SegmentPath path)
    {
    }

    public override void Close()
    {
        if (_handle != InvalidHandle)
        {
            _ = Kernel32.CloseHandle(_handle);
            _handle = InvalidHandle;
        }
    }

    public override void Delete(SegmentPath path)
    {
        fixed (char* name = path.Utf16)
        {
            _ = Check(Kernel32.DeleteFileW(name));
        }
    }

    private bool Open(SegmentPath path, uint disposition)
    {
        fixed (char* name = path.Utf16)
        {
            _handle = Kernel32.CreateFileW(
                name, Kernel32.GENERIC_READ | Kernel32.GENERIC_WRITE, Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_DELETE,
                0, disposition, Kernel32.FILE_ATTRIBUTE_NORMAL | Kernel32.FILE_FLAG_OPEN_REPARSE_POINT, 0);
        }

        return Check(_handle == InvalidHandle ? 0 : 1);
    }

    private bool Check(int result)
    {
        Error = result == 0 ? Marshal.GetLastPInvokeError() : 0;
        return result != 0;
    }
}
