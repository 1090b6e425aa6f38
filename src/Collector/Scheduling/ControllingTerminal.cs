using Collector.Interop;

namespace Collector.Scheduling;

/// <summary>The terminal that a process was started from: it goes with it.</summary>
internal static class ControllingTerminal
{
    /// <summary>Whether there is one. The system opens it for nobody else.</summary>
    public static bool Exists()
    {
        int descriptor = Libc.open("/dev/tty", Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC, 0);
        if (descriptor >= 0)
        {
            _ = Libc.close(descriptor);
        }

        return descriptor >= 0;
    }
}
