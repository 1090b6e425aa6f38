using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/psapi/nf-psapi-enumpagefilesw</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int K32EnumPageFilesW(
        delegate* unmanaged<void*, ENUM_PAGE_FILE_INFORMATION*, char*, int> pCallBackRoutine,
        void* pContext);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/psapi/ns-psapi-enum_page_file_information</remarks>
    public struct ENUM_PAGE_FILE_INFORMATION
    {
        public uint cb;
        public uint Reserved;
        public nuint TotalSize;
        public nuint TotalInUse;
        public nuint PeakUsage;
    }
}
