using System.Runtime.InteropServices;

namespace Collector.Sources;

/// <summary>The system's own words for its error codes.</summary>
internal static class SystemError
{
    /// <summary>ENOENT on Linux and ERROR_FILE_NOT_FOUND on Windows.</summary>
    public const int NoSuchFile = 2;

    /// <summary>EWOULDBLOCK on Linux: somebody else holds a lock on the file.</summary>
    public const int WouldBlock = 11;

    /// <summary>ERROR_SHARING_VIOLATION on Windows: somebody else has the file open.</summary>
    public const int SharingViolation = 32;

    private const int AccessDenied = 13;
    private const int NotPermitted = 1;
    private const int AccessDeniedOnWindows = 5;

    /// <summary>For example <c>Permission denied (13)</c>.</summary>
    public static string Describe(int code) => $"{Marshal.GetPInvokeErrorMessage(code).TrimEnd('.', ' ')} ({code})";

    /// <summary>Whether a code says that somebody else may do it, and we may not.</summary>
    public static bool IsDenied(int code) =>
        OperatingSystem.IsWindows() ? code == AccessDeniedOnWindows : code is AccessDenied or NotPermitted;

    /// <summary>The error code of a file that could not be opened.</summary>
    public static int CodeOf(Exception error) => error switch
    {
        UnauthorizedAccessException => AccessDenied,
        FileNotFoundException or DirectoryNotFoundException => NoSuchFile,
        _ => error.HResult & 0xFFFF,
    };
}
