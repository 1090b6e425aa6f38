using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man3/popen.3.html</remarks>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint popen(string command, string type);

    /// <inheritdoc cref="popen"/>
    /// <returns>How the command ended, as wait(2) has it.</returns>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int pclose(nint stream);
}
