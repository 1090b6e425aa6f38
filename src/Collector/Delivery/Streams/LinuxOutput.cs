using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>A file descriptor that is written to by the rules of what is behind it.</summary>
internal sealed unsafe class LinuxOutput : OutputStream
{
    private const uint Mode = 0b110_100_100;
    private const int PipeBuffer = 4096;

    private const int TypeMask = 0xF000;
    private const int Pipe = 0x1000;
    private const int CharacterDevice = 0x2000;
    private const int Socket = 0xC000;

    private int _descriptor = -1;
    private int _type;
    private bool _isBlocking;

    public override bool IsWatchable => _type is Pipe or CharacterDevice or Socket;

    public override SocketStatus OpenStandard(StandardStream stream)
    {
        int number = (int)stream;
        if (!IsInherited(number))
        {
            Error = Libc.EBADF;
            return SocketStatus.Failed;
        }

        Adopt(number);
        if (_type is not (Pipe or CharacterDevice))
        {
            return SocketStatus.Done;
        }

        // O_NONBLOCK belongs to the open file, which we share with whoever started us: set there, it would change
        // their writes too. Opened anew, the same pipe or terminal is ours alone.
        int own = Libc.open($"/proc/self/fd/{number}", Libc.O_WRONLY | Libc.O_NONBLOCK | Libc.O_NOCTTY | Libc.O_CLOEXEC, 0);
        _isBlocking = own < 0;
        _descriptor = own < 0 ? number : own;
        return SocketStatus.Done;
    }

    public override SocketStatus OpenFile(string path)
    {
        int descriptor = Libc.open(
            path, Libc.O_WRONLY | Libc.O_CREAT | Libc.O_APPEND | Libc.O_NONBLOCK | Libc.O_NOCTTY | Libc.O_CLOEXEC, Mode);
        if (descriptor < 0)
        {
            return Fail();
        }

        Adopt(descriptor);
        return SocketStatus.Done;
    }

    public override SocketStatus Write(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = 0;
        if (_isBlocking)
        {
            // A pipe that says it has room takes this much without blocking.
            bytes = bytes[..Math.Min(bytes.Length, PipeBuffer)];
            if (!LinuxPollSet.IsWritable(_descriptor))
            {
                return SocketStatus.Pending;
            }
        }

        fixed (byte* start = bytes)
        {
            nint written = _type == Socket
                ? Libc.send(_descriptor, start, (nuint)bytes.Length, Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL)
                : Libc.write(_descriptor, start, (nuint)bytes.Length);
            taken = (int)Math.Max(0, written);
            return written < 0 ? Fail() : SocketStatus.Done;
        }
    }

    public override bool IsReaderGone(PollEvents seen) => IsWatchable && (seen & PollEvents.Failed) != 0;

    public override int AddTo(PollSet set, bool wantsToWrite) =>
        set.Add(_descriptor, wantsToWrite ? PollEvents.Writable : PollEvents.None);

    public override void Dispose()
    {
        if (_descriptor > (int)StandardStream.Error)
        {
            _ = Libc.close(_descriptor);
        }

        _descriptor = -1;
    }

    /// <summary>
    /// Whether a stream was there for writing when the process was started. If not, its number may since have gone to a
    /// file of our own, or of the runtime's; those are all closed on exec, which an inherited one cannot be.
    /// </summary>
    private static bool IsInherited(int descriptor)
    {
        int flags = Libc.fcntl(descriptor, Libc.F_GETFD);
        int mode = Libc.fcntl(descriptor, Libc.F_GETFL);
        return flags >= 0 && (flags & Libc.FD_CLOEXEC) == 0 && mode >= 0 && (mode & Libc.O_ACCMODE) != Libc.O_RDONLY;
    }

    private void Adopt(int descriptor)
    {
        // Once nobody reads, writing to a pipe must fail, not end the process.
        _ = Libc.signal(Libc.SIGPIPE, Libc.SIG_IGN);
        Libc.statx_t status = default;
        byte empty = 0;
        _ = Libc.statx(descriptor, &empty, Libc.AT_EMPTY_PATH, Libc.STATX_TYPE, &status);
        _descriptor = descriptor;
        _type = status.stx_mode & TypeMask;
    }

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        return Error switch
        {
            Libc.EAGAIN or Libc.EINTR => SocketStatus.Pending,
            Libc.EPIPE => SocketStatus.Closed,
            _ => SocketStatus.Failed,
        };
    }
}
