namespace Collector.Sources.Windows;

/// <summary>What Windows does for all programs together. What may be absent, it did not say.</summary>
[NativeRow]
internal struct SystemTotals
{
    /// <summary>Wraps at 2^32.</summary>
    public ulong? ContextSwitches;

    /// <summary>Wraps at 2^32.</summary>
    public ulong? Interrupts;

    /// <summary>Since the collector was started.</summary>
    public ulong? ProcessesCreated;

    public ulong? Processes;
    public ulong? Threads;
    public ulong? Handles;

    /// <summary>In seconds since 1970.</summary>
    public double? BootTime;

    /// <summary>Sessions of users, connected or not.</summary>
    public ulong? Users;
}
