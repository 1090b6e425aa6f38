using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Polling;
using Microsoft.Win32.SafeHandles;

namespace Collector.Delivery;

/// <summary>A file handle. A pipe is told not to wait for its reader; a console waits while somebody marks text in it.</summary>
internal sealed unsafe class WindowsOutput : OutputStream
{
    private const nint InvalidHandle = -1;
    private const int ERROR_INVALID_HANDLE = 6;
    private const int ERROR_BROKEN_PIPE = 109;
    private const int ERROR_NO_DATA = 232;
    private const int ERROR_PIPE_NOT_CONNECTED = 233;

    private SafeFileHandle _handle = new();
    private bool _mustWaitAgain;

    /// <summary>Windows has no way to wait until a pipe has room.</summary>
    public override bool IsWatchable => false;

    public override SocketStatus OpenStandard(StandardStream stream)
    {
        nint handle = Kernel32.GetStdHandle(
            stream == StandardStream.Output ? Kernel32.STD_OUTPUT_HANDLE : Kernel32.STD_ERROR_HANDLE);
        if (handle is 0 or InvalidHandle)
        {
            // A process that was started without one has a null there, which is no error to Windows.
            Error = ERROR_INVALID_HANDLE;
            return SocketStatus.Failed;
        }

        _handle = new(handle, ownsHandle: false);
        uint mode;
        if (Kernel32.GetFileType(_handle) == Kernel32.FILE_TYPE_PIPE
            && Kernel32.GetNamedPipeHandleStateW(_handle, &mode, null, null, null, null, 0) != 0
            && (mode & Kernel32.PIPE_NOWAIT) == 0)
        {
            // The mode is the pipe's, which others may hold too: whoever sets it sets it back.
            mode = Kernel32.PIPE_NOWAIT;
            _mustWaitAgain = Kernel32.SetNamedPipeHandleState(_handle, &mode, null, null) != 0;
        }

        return SocketStatus.Done;
    }

    public override SocketStatus OpenFile(string path)
    {
        nint handle = Kernel32.CreateFileW(
            path, Kernel32.FILE_APPEND_DATA, Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE | Kernel32.FILE_SHARE_DELETE,
            0, Kernel32.OPEN_ALWAYS, Kernel32.FILE_ATTRIBUTE_NORMAL, 0);
        if (handle == InvalidHandle)
        {
            return Fail();
        }

        _handle = new(handle, ownsHandle: true);
        return SocketStatus.Done;
    }

    public override SocketStatus Write(ReadOnlySpan<byte> bytes, out int taken)
    {
        fixed (byte* start = bytes)
        {
            uint written = 0;
            bool isDone = Kernel32.WriteFile(_handle, start, (uint)bytes.Length, &written, null) != 0;
            taken = (int)written;
            return !isDone ? Fail() : taken == 0 ? SocketStatus.Pending : SocketStatus.Done;
        }
    }

    public override bool IsReaderGone(PollEvents seen) => false;

    public override int AddTo(PollSet set, bool wantsToWrite) => -1;

    public override void Dispose()
    {
        if (_mustWaitAgain)
        {
            uint mode = Kernel32.PIPE_WAIT;
            _ = Kernel32.SetNamedPipeHandleState(_handle, &mode, null, null);
            _mustWaitAgain = false;
        }

        _handle.Dispose();
    }

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        return Error is ERROR_BROKEN_PIPE or ERROR_NO_DATA or ERROR_PIPE_NOT_CONNECTED
            ? SocketStatus.Closed
            : SocketStatus.Failed;
    }
}
