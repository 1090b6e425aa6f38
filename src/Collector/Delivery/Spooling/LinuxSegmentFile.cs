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
                if (written <= 0 && !IsInterrupted(written))
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

    public override bool Cut(long length) => Check(Libc.ftruncate(_descriptor, (nint)length));

    public override bool Sync() => Check(Libc.fdatasync(_descriptor));

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
            _ = Check(Libc.unlink(name));
        }
    }

    private bool Open(SegmentPath path, int flags)
    {
        fixed (byte* name = path.Utf8)
        {
            _descriptor = Libc.open(name, flags, Mode);
            return Check(_descriptor);
        }
    }

    private bool Check(int result)
    {
        Error = result < 0 ? Marshal.GetLastPInvokeError() : 0;
        return result >= 0;
    }

    private bool IsInterrupted(nint result)
    {
        Error = result < 0 ? Marshal.GetLastPInvokeError() : Libc.ENOSPC;
        return result < 0 && Error == Libc.EINTR;
    }
}
