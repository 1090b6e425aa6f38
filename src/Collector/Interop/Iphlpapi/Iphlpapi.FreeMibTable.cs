using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Iphlpapi
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/netioapi/nf-netioapi-freemibtable</remarks>
    [LibraryImport("iphlpapi")]
    public static partial void FreeMibTable(void* Memory);
}
