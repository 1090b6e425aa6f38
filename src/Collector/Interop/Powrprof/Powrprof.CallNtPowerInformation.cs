using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Powrprof
{
    public const int ProcessorInformation = 11;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/powerbase/nf-powerbase-callntpowerinformation</remarks>
    [LibraryImport("powrprof")]
    public static partial int CallNtPowerInformation(
        int InformationLevel, void* InputBuffer, uint InputBufferLength, void* OutputBuffer, uint OutputBufferLength);

    /// <remarks>https://learn.microsoft.com/windows/win32/power/processor-power-information-str</remarks>
    public struct PROCESSOR_POWER_INFORMATION
    {
        public uint Number;
        public uint MaxMhz;
        public uint CurrentMhz;
        public uint MhzLimit;
        public uint MaxIdleState;
        public uint CurrentIdleState;
    }
}
