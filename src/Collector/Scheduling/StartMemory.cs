using System.Globalization;
using Collector.Interop;

namespace Collector.Scheduling;

/// <summary>Gives back the memory that only the start needed: its garbage, and the pages of code and constants that were used once.</summary>
internal static class StartMemory
{
    /// <summary>Collects what the start left behind. On Linux what is used again is mapped again, page by page.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            Unmap();
        }
    }

    private static void Unmap()
    {
        try
        {
            string[] mapping = [];
            foreach (string line in File.ReadAllLines("/proc/self/smaps"))
            {
                // address-address perms offset device inode path, and below it what it has: Rss, Anonymous, ...
                string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (!fields[0].EndsWith(':'))
                {
                    mapping = fields;
                }
                else if (fields[0] == "Anonymous:" && fields[1] == "0" && IsOfFile(mapping))
                {
                    Unmap(mapping[0]);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without /proc the pages stay, and nothing else changes.
        }
    }

    /// <summary>
    /// Whether a mapping is code or constants of a file. Of one that was never written to (relocated, say) no page is
    /// anonymous, so that none is lost.
    /// </summary>
    private static bool IsOfFile(string[] mapping) =>
        mapping.Length == 6 && mapping[1] is ("r-xp" or "r--p") && mapping[5].StartsWith('/');

    private static void Unmap(string addresses)
    {
        string[] ends = addresses.Split('-');
        nint start = nint.Parse(ends[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        nint end = nint.Parse(ends[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _ = Libc.madvise(start, (nuint)(end - start), Libc.MADV_DONTNEED);
    }
}
