using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>An open service, or the service manager itself.</summary>
[SupportedOSPlatform("windows")]
internal sealed class ServiceHandle : SafeHandle
{
    public ServiceHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    /// <summary>What calls take. It is good for as long as this is not disposed of.</summary>
    public nint Value => handle;

    protected override bool ReleaseHandle() => Advapi32.CloseServiceHandle(handle) != 0;
}
