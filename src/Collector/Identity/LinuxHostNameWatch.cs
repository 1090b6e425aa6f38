using Collector.Polling;
using Collector.Scheduling;
using Collector.Sources.Linux;
using Microsoft.Win32.SafeHandles;

namespace Collector.Identity;

/// <summary>
/// The kernel wakes whoever polls /proc/sys/kernel/hostname when the name is set, so it costs a tick nothing. The domain is in
/// /etc/hosts, which is looked at once a minute.
/// </summary>
/// <remarks>
/// https://www.kernel.org/doc/html/latest/admin-guide/sysctl/kernel.html; the file can be polled since Linux 3.3
/// (kernel/utsname_sysctl.c). Renamed in another UTS namespace it wakes us too, and the name turns out to be the same.
/// </remarks>
internal sealed class LinuxHostNameWatch : HostNameWatch
{
    private const string NamePath = "/proc/sys/kernel/hostname";
    private const string HostsPath = "/etc/hosts";
    private const long Pause = 60_000_000_000;

    private readonly SafeFileHandle? _file = Open();
    private readonly PathWatch _hosts = new([HostsPath]);
    private int _place = -1;
    private long _lookAt;
    private bool _isRenamed;

    public LinuxHostNameWatch()
    {
        _ = _hosts.HasChanged();
        _lookAt = MonotonicClock.Nanoseconds + Pause;
    }

    public override bool HasChanged()
    {
        bool hasChanged = _isRenamed;
        _isRenamed = false;
        long now = MonotonicClock.Nanoseconds;
        if (now >= _lookAt)
        {
            _lookAt = now + Pause;
            hasChanged |= _hosts.HasChanged();

            // Where the file cannot be polled, this is how a new name is found.
            hasChanged |= _file is null;
        }

        return hasChanged;
    }

    public override void AddTo(PollSet set) => _place = _file is null ? -1 : set.Add(_file.DangerousGetHandle(), PollEvents.Priority);

    public override void AfterWait(PollSet set) => _isRenamed |= _place >= 0 && set.Seen(_place) != PollEvents.None;

    private static SafeFileHandle? Open()
    {
        try
        {
            return File.OpenHandle(NamePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
