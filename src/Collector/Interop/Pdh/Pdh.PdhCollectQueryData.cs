using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Pdh
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/nf-pdh-pdhcollectquerydata</remarks>
    [LibraryImport("pdh")]
    public static partial uint PdhCollectQueryData(nint hQuery);
}
