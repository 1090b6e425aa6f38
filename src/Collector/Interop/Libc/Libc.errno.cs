namespace Collector.Interop;

/// <remarks>https://man7.org/linux/man-pages/man3/errno.3.html</remarks>
internal static partial class Libc
{
    public const int EINTR = 4;
    public const int EBADF = 9;
    public const int EAGAIN = 11;
    public const int EPIPE = 32;
    public const int ENOBUFS = 105;
    public const int ECONNREFUSED = 111;
    public const int EINPROGRESS = 115;
}
