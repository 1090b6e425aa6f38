using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Sources;
using Microsoft.Win32.SafeHandles;

namespace Collector;

/// <summary>Files that are this program's own, in folders that others may write to as well.</summary>
internal static class PrivateFile
{
    /// <summary>What a host measures is nobody else's business.</summary>
    private const uint Mode = 0b110_100_000;

    /// <summary>Opens a file to write to, and makes it if it is not there. A link is not followed: it may lead to a file of somebody else's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">What others may do with it meanwhile; Windows alone knows that.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public static SafeFileHandle Open(string path, FileShare share) => OperatingSystem.IsWindows()
        ? OpenOnWindows(path, share)
        : OpenOnLinux(path);

    private static SafeFileHandle OpenOnLinux(string path)
    {
        int descriptor = Libc.open(path, Libc.O_RDWR | Libc.O_CREAT | Libc.O_NOFOLLOW | Libc.O_CLOEXEC | Libc.O_NONBLOCK, Mode);
        int error = Marshal.GetLastPInvokeError();
        return descriptor >= 0 ? new(descriptor, ownsHandle: true)
            : throw new IOException(IsLink(path) ? "It is a link, which may lead anywhere." : SystemError.Describe(error) + ".");
    }

    private static SafeFileHandle OpenOnWindows(string path, FileShare share) => IsLink(path)
        ? throw new IOException("It is a link, which may lead anywhere.")
        : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
