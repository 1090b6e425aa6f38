using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Whether we may write somewhere, found out without writing.</summary>
internal static class FolderAccess
{
    private const int InvalidHandle = -1;

    /// <summary>Why no file can be made in a folder, or the folder itself cannot be made; null if they can.</summary>
    public static string? Fault(string folder)
    {
        string path = Path.GetFullPath(folder);
        while (!Directory.Exists(path))
        {
            if (File.Exists(path))
            {
                return $"'{path}' is a file";
            }

            string? parent = Path.GetDirectoryName(path);
            if (parent is null)
            {
                return $"there is no '{path}'";
            }

            path = parent;
        }

        return Try(path, isFolder: true);
    }

    /// <summary>Why a file cannot be appended to, or made; null if it can.</summary>
    public static string? FaultOfFile(string file)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(file));
        return File.Exists(file) ? Try(file, isFolder: false)
            : Directory.Exists(file) ? $"'{file}' is a folder"
            : folder is null || !Directory.Exists(folder) ? $"there is no folder '{folder}'"
            : Try(folder, isFolder: true);
    }

    private static string? Try(string path, bool isFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            nint handle = Kernel32.CreateFileW(
                path, isFolder ? Kernel32.FILE_ADD_FILE : Kernel32.FILE_APPEND_DATA,
                Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE | Kernel32.FILE_SHARE_DELETE, 0,
                Kernel32.OPEN_EXISTING, Kernel32.FILE_FLAG_BACKUP_SEMANTICS, 0);
            if (handle != InvalidHandle)
            {
                _ = Kernel32.CloseHandle(handle);
                return null;
            }
        }
        else if (Libc.access(path, Libc.W_OK) == 0)
        {
            return null;
        }

        return $"may not write to '{path}': {SystemError.Describe(Marshal.GetLastPInvokeError())}";
    }
}
