using System.Globalization;
using Collector.Interop;

namespace Collector.Scheduling;

/// <summary>Gives back the memory that only the start needed: its garbage, and the pages of code that ran once.</summary>
internal static class StartMemory
{
    /// <summary>Collects what the start left behind. On Linux the code that runs again is mapped again, page by page.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            UnmapCode();
        }
    }

    private static void UnmapCode()
    {
        try
        {
            foreach (string line in File.ReadAllLines("/proc/self/maps"))
            {
                // address-address perms offset device inode path: code is never written to, so no page of it is lost.
                string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length == 6 && fields[1] == "r-xp" && fields[5].StartsWith('/'))
                {
                    string[] ends = fields[0].Split('-');
                    nint start = nint.Parse(ends[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    nint end = nint.Parse(ends[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    _ = Libc.madvise(start, (nuint)(end - start), Libc.MADV_DONTNEED);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without /proc the pages stay, and nothing else changes.
        }
    }
}
