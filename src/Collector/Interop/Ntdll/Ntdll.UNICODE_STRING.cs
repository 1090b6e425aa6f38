namespace Collector.Interop;

internal static unsafe partial class Ntdll
{
    /// <summary>Lengths are in bytes.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/ntdef/ns-ntdef-_unicode_string</remarks>
    public struct UNICODE_STRING
    {
        public ushort Length;
        public ushort MaximumLength;
        public char* Buffer;
    }
}
