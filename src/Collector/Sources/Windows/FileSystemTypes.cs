using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>What type the file system of a volume is of.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class FileSystemTypes
{
    private const int Longest = 261;

    /// <param name="path">Where the volume is mounted, with a backslash at its end: <c>C:\</c>.</param>
    /// <returns>Null for one that does not say, such as a drive without a disk.</returns>
    public static string? Of(string path)
    {
        char* type = stackalloc char[Longest];
        fixed (char* root = path)
        {
            return Kernel32.GetVolumeInformationW(root, null, 0, null, null, null, type, Longest) != 0 && type[0] != '\0'
                ? new(type)
                : null;
        }
    }
}
