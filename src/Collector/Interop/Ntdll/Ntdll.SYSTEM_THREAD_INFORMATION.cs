namespace Collector.Interop;

internal static partial class Ntdll
{
    public const uint StateReady = 1;
    public const uint StateRunning = 2;
    public const uint StateStandby = 3;
    public const uint StateWaiting = 5;
    public const uint StateDeferredReady = 7;
    public const uint WaitReasonSuspended = 5;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation#system_thread_information</remarks>
    public struct SYSTEM_THREAD_INFORMATION
    {
        public long KernelTime;
        public long UserTime;
        public long CreateTime;
        public uint WaitTime;
        public nint StartAddress;
        public nint UniqueProcess;
        public nint UniqueThread;
        public int Priority;
        public int BasePriority;
        public uint ContextSwitches;
        public uint ThreadState;
        public uint WaitReason;
    }
}
