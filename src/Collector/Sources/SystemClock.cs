using Collector.Interop;

namespace Collector.Sources;

/// <summary>The kernel's clock.</summary>
internal static class SystemClock
{
    public static double TicksPerSecond() => Libc.sysconf(Libc._SC_CLK_TCK);
}
