using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>All processes with their threads, in the order in which they were created.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ProcessList(SourceContext context) : SharedQuery(context)
{
    private const int MostAttempts = 5;

    private readonly NativeBuffer _buffer = new(256 * 1024);
    private bool _isValid;

    /// <summary>The first process; null if the last question was not answered. Go on with <see cref="ProcessEntry.Next"/>.</summary>
    public Ntdll.SYSTEM_PROCESS_INFORMATION* First =>
        _isValid ? (Ntdll.SYSTEM_PROCESS_INFORMATION*)_buffer.Start : null;

    /// <summary>The process with an id; null if there is none.</summary>
    public Ntdll.SYSTEM_PROCESS_INFORMATION* Find(uint id)
    {
        Ntdll.SYSTEM_PROCESS_INFORMATION* process = First;
        while (process is not null && (uint)process->UniqueProcessId != id)
        {
            process = ProcessEntry.Next(process);
        }

        return process;
    }

    protected override Fault Ask()
    {
        int status = Ntdll.STATUS_INFO_LENGTH_MISMATCH;
        for (int attempt = 0; attempt < MostAttempts && status == Ntdll.STATUS_INFO_LENGTH_MISMATCH; attempt++)
        {
            uint length = 0;
            status = Ntdll.NtQuerySystemInformation(
                Ntdll.SystemProcessInformation, _buffer.Start, _buffer.Size, &length);
            if (status == Ntdll.STATUS_INFO_LENGTH_MISMATCH)
            {
                _buffer.Grow(length);
            }
        }

        _isValid = status >= 0;
        return SystemStatus.FaultOf("NtQuerySystemInformation(SystemProcessInformation)", status);
    }
}
