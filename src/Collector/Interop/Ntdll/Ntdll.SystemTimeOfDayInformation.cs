namespace Collector.Interop;

internal static partial class Ntdll
{
    public const int SystemTimeOfDayInformation = 3;

    /// <summary>Times are FILETIMEs in UTC.</summary>
    /// <remarks>https://www.geoffchappell.com/studies/windows/km/ntoskrnl/api/ex/sysinfo/timeofday.htm</remarks>
    public struct SYSTEM_TIMEOFDAY_INFORMATION
    {
        public long BootTime;
        public long CurrentTime;
        public long TimeZoneBias;
        public uint TimeZoneId;
        public uint Reserved;
        public ulong BootTimeBias;
        public ulong SleepTimeBias;
    }
}
