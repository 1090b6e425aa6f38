using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>One file or folder that the configuration names.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NamedFile(string name) : INamedFile
{
    private const long NoHandle = -1;
    private const double SecondsPerStep = 1e-7;

    private static readonly double s_unixEpoch = DateTime.UnixEpoch.ToFileTimeUtc() * SecondsPerStep;

    private readonly string _pattern = name.TrimEnd('\\', '/') + @"\*";
    private readonly byte[] _key = Encoding.UTF8.GetBytes(name);
    private readonly string _subject = $"GetFileAttributesEx({name})";

    public ReadOnlySpan<byte> Key => _key;

    public string Name => name;

    /// <param name="now">Seconds since 1970.</param>
    /// <param name="file">What there is.</param>
    /// <param name="fault">Why nobody knows.</param>
    public bool TryRead(double now, out NamedFiles file, out Fault fault)
    {
        file = default;
        fault = Fault.None;
        Kernel32.WIN32_FILE_ATTRIBUTE_DATA status;
        if (Kernel32.GetFileAttributesExW(name, Kernel32.GetFileExInfoStandard, &status) == 0)
        {
            int error = Marshal.GetLastPInvokeError();
            bool isAbsent = error is Kernel32.ERROR_FILE_NOT_FOUND or Kernel32.ERROR_PATH_NOT_FOUND;
            fault = isAbsent ? Fault.None : new(FaultKind.CallFailed, _subject, error);
            return isAbsent;
        }

        file.Exists = 1;
        file.AgeSeconds = now + s_unixEpoch - (Join(status.ftLastWriteTime.dwHighDateTime, status.ftLastWriteTime.dwLowDateTime) * SecondsPerStep);
        if ((status.dwFileAttributes & Kernel32.FILE_ATTRIBUTE_DIRECTORY) == 0)
        {
            file.Bytes = Join(status.nFileSizeHigh, status.nFileSizeLow);
        }
        else
        {
            file.Entries = CountEntries();
        }

        return true;
    }

    private static ulong Join(uint high, uint low) => ((ulong)high << 32) | low;

    /// <returns>Null if the folder may not be listed.</returns>
    private ulong? CountEntries()
    {
        Kernel32.WIN32_FIND_DATAW entry;
        nint search = Kernel32.FindFirstFileExW(
            _pattern, Kernel32.FindExInfoBasic, &entry, Kernel32.FindExSearchNameMatch, 0, Kernel32.FIND_FIRST_EX_LARGE_FETCH);
        if (search == NoHandle)
        {
            // Only the root of a volume lacks the entry of itself, and may have none at all.
            return Marshal.GetLastPInvokeError() == Kernel32.ERROR_FILE_NOT_FOUND ? 0 : null;
        }

        ulong entries = 0;
        do
        {
            bool isSelfOrParent = entry.cFileName[0] == '.'
                && (entry.cFileName[1] == 0 || (entry.cFileName[1] == '.' && entry.cFileName[2] == 0));
            entries += isSelfOrParent ? 0u : 1u;
        }
        while (Kernel32.FindNextFileW(search, &entry) != 0);
        _ = Kernel32.FindClose(search);
        return entries;
    }
}
