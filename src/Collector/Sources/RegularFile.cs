using System.Runtime.InteropServices;
using System.Text;
using Collector.Interop;
using Microsoft.Win32.SafeHandles;

namespace Collector.Sources;

/// <summary>
/// Opens files of a host, and nothing but files: below a root that somebody else made, a named pipe would hold up whoever opens
/// it, and a device would have no end.
/// </summary>
internal static unsafe class RegularFile
{
    /// <summary>More than any file of a kernel or of a system's configuration has.</summary>
    public const int MaxLength = 64 << 20;

    /// <summary>EINVAL: it is a pipe, a device or a socket.</summary>
    public const int IsNoFile = 22;

    /// <summary>EFBIG: it is longer than it may be.</summary>
    public const int TooLarge = 27;

    private const int IsFolder = 21;

    /// <exception cref="IOException">It cannot be opened, or is something else; its code is the system's.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        int descriptor = Libc.open(path, Libc.O_RDONLY | Libc.O_CLOEXEC | Libc.O_NONBLOCK | Libc.O_NOCTTY, 0);
        if (descriptor < 0)
        {
            throw Error(path, Marshal.GetLastPInvokeError());
        }

        SafeFileHandle handle = new(descriptor, ownsHandle: true);
        if (!IsFile(descriptor, out int error))
        {
            handle.Dispose();
            throw Error(path, error);
        }

        return handle;
    }

    /// <summary>Whether what was opened is a file.</summary>
    /// <param name="descriptor">What was opened.</param>
    /// <param name="error">Otherwise the error to report.</param>
    public static bool IsFile(int descriptor, out int error)
    {
        int kind = KindOf(descriptor);
        error = kind == Libc.S_IFREG ? 0 : kind == Libc.S_IFDIR ? IsFolder : IsNoFile;
        return error == 0;
    }

    /// <summary>The whole file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="limit">As many bytes are too many: a power of two, from 4096 on.</param>
    /// <exception cref="IOException">It cannot be read, or is too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadBytes(string path, int limit = MaxLength)
    {
        using SafeFileHandle handle = Open(path);
        byte[] buffer = new byte[4096];
        int length = 0;
        for (int read = -1; read != 0; length += read)
        {
            if (length == buffer.Length)
            {
                RequireRoom(path, length, limit);
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            read = RandomAccess.Read(handle, buffer.AsSpan(length), length);
        }

        return buffer[..length];
    }

    /// <summary>The same as text.</summary>
    public static string ReadText(string path) => Encoding.UTF8.GetString(JsonText.WithoutMark(ReadBytes(path)));

    /// <summary>The same in lines.</summary>
    public static string[] ReadLines(string path)
    {
        using StringReader text = new(ReadText(path));
        List<string> lines = [];
        while (text.ReadLine() is string line)
        {
            lines.Add(line);
        }

        return [.. lines];
    }

    /// <summary>Refuses to go on with a file that has no end.</summary>
    /// <exception cref="IOException">It is longer than any that there is.</exception>
    public static void RequireRoom(string path, int length, int limit = MaxLength)
    {
        if (length >= limit)
        {
            throw Error(path, TooLarge);
        }
    }

    private static int KindOf(int descriptor)
    {
        Libc.statx_t status = default;
        byte empty = 0;
        return Libc.statx(descriptor, &empty, Libc.AT_EMPTY_PATH, Libc.STATX_TYPE, &status) == 0 ? status.stx_mode & Libc.S_IFMT : 0;
    }

    private static Exception Error(string path, int code)
    {
        string message = $"{path}: {SystemError.Describe(code)}";
        return SystemError.IsDenied(code) ? new UnauthorizedAccessException(message) : new IOException(message, code);
    }
}
