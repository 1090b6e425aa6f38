using System.Globalization;
using Collector.Interop;

namespace Collector.Logging;

/// <summary>Tells whether systemd's journal reads standard error, and how it wants levels written.</summary>
/// <remarks>https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#%24JOURNAL_STREAM and sd-daemon(3)</remarks>
internal static unsafe class JournalStream
{
    private const int StandardErrorDescriptor = 2;

    /// <summary>Whether standard error is the very stream that systemd said it made: it may have been redirected since.</summary>
    public static bool IsStandardError()
    {
        string[] parts = (Environment.GetEnvironmentVariable("JOURNAL_STREAM") ?? "").Split(':');
        Libc.statx_t status = default;
        byte none = 0;
        return parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out ulong device)
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong inode)
            && Libc.statx(StandardErrorDescriptor, &none, Libc.AT_EMPTY_PATH, Libc.STATX_INO, &status) == 0
            && status.stx_ino == inode
            && DeviceNumber(status.stx_dev_major, status.stx_dev_minor) == device;
    }

    /// <summary>What a line begins with: the levels of syslog.</summary>
    public static string PriorityOf(LogLevel level) => level switch
    {
        LogLevel.Error => "<3>",
        LogLevel.Warning => "<4>",
        _ => "<6>",
    };

    /// <summary>Both parts in one number, as glibc's gnu_dev_makedev(3) lays them out.</summary>
    private static ulong DeviceNumber(ulong major, ulong minor) =>
        ((major & 0xfffff000) << 32) | ((major & 0xfff) << 8) | ((minor & 0xffffff00) << 12) | (minor & 0xff);
}
