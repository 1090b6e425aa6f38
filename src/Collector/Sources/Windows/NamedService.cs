using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>A service by its name.</summary>
/// <remarks>It is opened anew for each read: a handle that stays open keeps a service that was deleted from going away.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NamedService(string name)
{
    /// <summary>Reads between two looks at how it is started.</summary>
    private const int LookEvery = 60;

    private readonly string _openSubject = $"OpenService({name})";
    private readonly string _statusSubject = $"QueryServiceStatusEx({name})";
    private readonly string _configSubject = $"QueryServiceConfig({name})";
    private uint _startType;
    private int _age;

    public string Name => name;

    public ReadOnlySpan<byte> Key => MemoryMarshal.AsBytes(name.AsSpan());

    /// <param name="manager">The service manager.</param>
    /// <param name="row">The service, without its uptime.</param>
    /// <param name="process">The process that it runs in; 0 if it does not run, or is a driver.</param>
    public Fault Read(nint manager, out NamedServices row, out uint process)
    {
        row = default;
        process = 0;
        nint service;
        fixed (char* text = name)
        {
            service = Advapi32.OpenServiceW(
                manager, text, Advapi32.SERVICE_QUERY_STATUS | Advapi32.SERVICE_QUERY_CONFIG);
        }

        if (service == 0)
        {
            int error = Marshal.GetLastPInvokeError();
            _age = 0;
            return error == Advapi32.ERROR_SERVICE_DOES_NOT_EXIST ? Fault.None : new(FaultKind.CallFailed, _openSubject, error);
        }

        Fault fault = Ask(service, ref row, out process);
        _ = Advapi32.CloseServiceHandle(service);
        return fault;
    }

    private Fault Ask(nint service, ref NamedServices row, out uint process)
    {
        Advapi32.SERVICE_STATUS_PROCESS status;
        uint needed;
        process = 0;
        if (Advapi32.QueryServiceStatusEx(
            service, Advapi32.SC_STATUS_PROCESS_INFO, &status, (uint)sizeof(Advapi32.SERVICE_STATUS_PROCESS), &needed) == 0)
        {
            return new(FaultKind.CallFailed, _statusSubject, Marshal.GetLastPInvokeError());
        }

        if (status.dwCurrentState == Advapi32.SERVICE_RUNNING)
        {
            row.Running = 1;
            process = status.dwProcessId;
        }

        Fault fault = _age == 0 ? AskStartType(service) : Fault.None;
        if (fault.IsNone)
        {
            _age = (_age + 1) % LookEvery;
            row.StartType = _startType;
        }

        return fault;
    }

    private Fault AskStartType(nint service)
    {
        byte* config = stackalloc byte[Advapi32.LargestServiceConfig];
        uint needed;
        if (Advapi32.QueryServiceConfigW(service, config, Advapi32.LargestServiceConfig, &needed) == 0)
        {
            return new(FaultKind.CallFailed, _configSubject, Marshal.GetLastPInvokeError());
        }

        _startType = ((Advapi32.QUERY_SERVICE_CONFIGW*)config)->dwStartType;
        return Fault.None;
    }
}
