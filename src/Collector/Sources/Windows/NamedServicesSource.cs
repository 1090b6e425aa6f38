using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Asks the service manager for the services that the configuration names.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NamedServicesSource : INativeSource<NamedServices>
{
    private readonly ProcessList _processes;
    private readonly NamedService[] _services;
    private readonly NamedService[] _serviceOfRow;
    private readonly NamedServices[] _rows;
    private nint _manager;
    private int _count;

    public NamedServicesSource(SourceContext context)
    {
        _processes = context.Shared(static context => new ProcessList(context));
        _services = [.. context.Targets.Services.Select(static name => new NamedService(name))];
        _serviceOfRow = new NamedService[_services.Length];
        _rows = new NamedServices[_services.Length];
    }

    public ReadOnlySpan<NamedServices> Read(out Fault fault)
    {
        fault = Connect();
        _count = 0;
        for (int index = 0; _manager != 0 && index < _services.Length; index++)
        {
            Fault failure = Ask(_services[index]);
            fault = fault.IsNone ? failure : fault;
        }

        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => _serviceOfRow[row].Key;

    public string Name(int row) => _serviceOfRow[row].Name;

    /// <summary>The connection to the service manager stays open: it holds nothing back.</summary>
    private Fault Connect()
    {
        if (_manager == 0)
        {
            _manager = Advapi32.OpenSCManagerW(null, null, Advapi32.SC_MANAGER_CONNECT);
        }

        return _manager != 0 ? Fault.None : new(FaultKind.CallFailed, "OpenSCManager", Marshal.GetLastPInvokeError());
    }

    private Fault Ask(NamedService service)
    {
        Fault fault = service.Read(_manager, out NamedServices row, out uint process);
        if (!fault.IsNone)
        {
            return fault;
        }

        if (process != 0)
        {
            // From the list of all processes: those of services may not be opened by everybody.
            fault = _processes.Refresh();
            Ntdll.SYSTEM_PROCESS_INFORMATION* found = _processes.Find(process);
            row.UptimeSeconds = found is null ? null : FileTime.SecondsSince(found->CreateTime);
        }

        _serviceOfRow[_count] = service;
        _rows[_count++] = row;
        return fault;
    }
}
