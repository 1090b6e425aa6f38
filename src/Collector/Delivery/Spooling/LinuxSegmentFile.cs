using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Delivery;

/// <summary>A file descriptor of the kernel's.</summary>
internal sealed unsafe class LinuxSegmentFile : SegmentFile
{
    /// <summary>What a host measures is nobody else's business.</summary>
    private const uint Mode = 0b110_100_000;

    private int _descriptor = -1;

    public override bool OpenNew(SegmentPath path) =>
        Open(path, Libc.O_RDWR | Libc.O_CREAT | Libc.O_EXCL | Libc.O_NOFOLLOW | Libc.O_CLOEXEC);

    public override bool Open(SegmentPath path) => Open(path, Libc.O_RDWR | Libc.O_NOFOLLOW | Libc.O_CLOEXEC);

    public override bool Write(ReadOnlySpan<byte> bytes, long offset)
    {
        fixed (byte* start = bytes)
        {
            for (int done = 0; done < bytes.Length;)
            {
                nint written = Libc.pwrite(_descriptor, start + done, (nuint)(bytes.Length - done), (nint)(offset + done));
                if (!IsInterrupted(written) && written <= 0)
                {
                    return false;
                }

                done += (int)Math.Max(0, written);
            }
        }

        return true;
    }

    public override int Read(Span<byte> bytes, long offset)
    {
        fixed (byte* start = bytes)
        {
            nint read;
            do
            {
                read = Libc.pread(_descriptor, start, (nuint)bytes.Length, (nint)offset);
            }
            while (IsInterrupted(read));

            return (int)Math.Max(0, read);
        }
    }

    public override bool Cut(long length)
    {
        int result;
        do
        {
            result = Libc.ftruncate(_descriptor, (nint)length);
        }
        while (IsInterrupted(result));

        return result == 0;
    }

    public override bool Sync()
    {
        int result;
        do
        {
            result = Libc.fdatasync(_descriptor);
        }
        while (IsInterrupted(result));

        return result == 0;
    }

    public override void SyncFolder(SegmentPath path)
    {
        fixed (byte* folder = path.Folder)
        {
            int descriptor = Libc.open(folder, Libc.O_RDONLY | Libc.O_CLOEXEC, 0);
            if (descriptor >= 0)
            {
                _ = Libc.fsync(descriptor);
                _ = Libc.close(descriptor);
            }
        }
    }

    public override void Close()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.close(_descriptor);
            _descriptor = -1;
        }
    }

    public override void Delete(SegmentPath path)
    {
        fixed (byte* name = path.Utf8)
        {
            _ = Libc.unlink(name);
        }
    }

    private bool Open(SegmentPath path, int flags)
    {
        fixed (byte* name = path.Utf8)
        {
            do
            {
                _descriptor = Libc.open(name, flags, Mode);
            }
            while (IsInterrupted(_descriptor));
        }

        return _descriptor >= 0;
    }

    /// <summary>Whether a signal came first, so that the call has to be made again. Otherwise takes note of what went wrong.</summary>
    private bool IsInterrupted(nint result)
    {
        Error = result < 0 ? Marshal.GetLastPInvokeError() : 0;
        return result < 0 && Error == Libc.EINTR;
    }
}
