using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Asks the kernel how far its clock is off; a time service (chrony, ntpd, timesyncd) tells it.</summary>
internal sealed unsafe class KernelClockSource(SourceContext context) : INativeSource<KernelClock>
{
    private static readonly Fault s_notHere = Fault.NotHere("the clock of another host cannot be asked");

    private KernelClock _row;

    public ReadOnlySpan<KernelClock> Read(out Fault fault)
    {
        if (context.IsForeign)
        {
            fault = s_notHere;
            return default;
        }

        Libc.TIMEX clock = default;
        int state = Libc.adjtimex(&clock);
        if (state < 0)
        {
            fault = new(FaultKind.CallFailed, "adjtimex", Marshal.GetLastPInvokeError());
            return default;
        }

        fault = Fault.None;
        _row = Convert(clock, state);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    /// <param name="clock">What the kernel filled in.</param>
    /// <param name="state">What the call returned.</param>
    internal static KernelClock Convert(in Libc.TIMEX clock, int state)
    {
        bool isSynchronized = (clock.status & Libc.STA_UNSYNC) == 0 && state != Libc.TIME_ERROR;
        return new()
        {
            OffsetSeconds = clock.offset * ((clock.status & Libc.STA_NANO) != 0 ? 1e-9 : 1e-6),
            Synchronized = isSynchronized ? 1u : 0u,
            MaxErrorSeconds = clock.maxerror * 1e-6,
            EstimatedErrorSeconds = clock.esterror * 1e-6,
        };
    }
}
