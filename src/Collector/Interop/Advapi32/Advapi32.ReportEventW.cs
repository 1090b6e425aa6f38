using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const ushort EVENTLOG_ERROR_TYPE = 1;
    public const ushort EVENTLOG_WARNING_TYPE = 2;
    public const ushort EVENTLOG_INFORMATION_TYPE = 4;

    /// <summary>The most characters that a text of an event may have.</summary>
    public const int LongestEventText = 31_839;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-reporteventw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int ReportEventW(
        nint hEventLog,
        ushort wType,
        ushort wCategory,
        uint dwEventID,
        void* lpUserSid,
        ushort wNumStrings,
        uint dwDataSize,
        char** lpStrings,
        void* lpRawData);
}
