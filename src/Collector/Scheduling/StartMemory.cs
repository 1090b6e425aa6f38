using System.Buffers.Text;
using Collector.Interop;
using Collector.Sources;

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
            LineReader lines = new(File.ReadAllBytes("/proc/self/smaps"));
            ReadOnlySpan<byte> mapping = default;
            while (lines.Next())
            {
                // address-address perms offset device inode path, and below it what it has: Rss, Anonymous, ...
                FieldReader fields = new(lines.Current);
                fields.TryNext(out ReadOnlySpan<byte> first);
                if (first.IsEmpty || first[^1] != (byte)':')
                {
                    mapping = lines.Current;
                }
                else if (first.SequenceEqual("Anonymous:"u8) && fields.TryMatch("0"u8) && IsOfFile(mapping))
                {
                    Unmap(mapping);
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
    private static bool IsOfFile(ReadOnlySpan<byte> mapping) =>
        mapping.Contains((byte)'/') && (mapping.IndexOf(" r-xp "u8) >= 0 || mapping.IndexOf(" r--p "u8) >= 0);

    private static void Unmap(ReadOnlySpan<byte> mapping)
    {
        if (Utf8Parser.TryParse(mapping, out long start, out int used, 'x')
            && Utf8Parser.TryParse(mapping[(used + 1)..], out long end, out _, 'x'))
        {
            _ = Libc.madvise((nint)start, (nuint)(end - start), Libc.MADV_DONTNEED);
        }
    }
}
