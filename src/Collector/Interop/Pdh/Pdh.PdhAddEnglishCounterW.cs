using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Pdh
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/nf-pdh-pdhaddenglishcounterw</remarks>
    [LibraryImport("pdh")]
    public static partial uint PdhAddEnglishCounterW(nint hQuery, char* szFullCounterPath, nuint dwUserData, nint* phCounter);
}
