using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>The names of all services that are installed.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class InstalledServices
{
    private const int MoreData = 234;

    /// <summary>The service manager hands out no more than this at a time.</summary>
    private const int BufferBytes = 256 << 10;

    /// <returns>In ordinal order. Without drivers, and without the copies of a service that each session of a user has under a name of its own.</returns>
    public static IReadOnlyList<string> Read(out Fault fault)
    {
        nint manager = Advapi32.OpenSCManagerW(null, null, Advapi32.SC_MANAGER_CONNECT | Advapi32.SC_MANAGER_ENUMERATE_SERVICE);
        if (manager == 0)
        {
            fault = new(FaultKind.CallFailed, "OpenSCManager", Marshal.GetLastPInvokeError());
            return [];
        }

        SortedSet<string> names = new(StringComparer.Ordinal);
        fault = Enumerate(manager, names);
        _ = Advapi32.CloseServiceHandle(manager);
        return [.. names];
    }

    private static Fault Enumerate(nint manager, SortedSet<string> names)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferBytes, pinned: true);
        byte* services = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0);
        uint resume = 0;
        while (true)
        {
            uint needed;
            uint count = 0;
            bool isLast = Advapi32.EnumServicesStatusExW(
                manager, Advapi32.SC_ENUM_PROCESS_INFO, Advapi32.SERVICE_WIN32, Advapi32.SERVICE_STATE_ALL,
                services, BufferBytes, &needed, &count, &resume, null) != 0;
            int error = isLast ? 0 : Marshal.GetLastPInvokeError();
            if (error is not (0 or MoreData))
            {
                return new(FaultKind.CallFailed, "EnumServicesStatusEx", error);
            }

            Add(names, new((Advapi32.ENUM_SERVICE_STATUS_PROCESSW*)services, (int)count));

            // Whoever says that there is more and gives nothing would go on for ever.
            if (isLast || count == 0)
            {
                return Fault.None;
            }
        }
    }

    private static void Add(SortedSet<string> names, ReadOnlySpan<Advapi32.ENUM_SERVICE_STATUS_PROCESSW> services)
    {
        foreach (ref readonly Advapi32.ENUM_SERVICE_STATUS_PROCESSW service in services)
        {
            if ((service.ServiceStatusProcess.dwServiceType & Advapi32.SERVICE_USERSERVICE_INSTANCE) == 0)
            {
                names.Add(new(service.lpServiceName));
            }
        }
    }
}
