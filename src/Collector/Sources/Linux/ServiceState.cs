using System.Buffers.Text;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Watches one service through its control group, without a word to the service manager.</summary>
internal sealed unsafe class ServiceState
{
    private const double SecondsPerNanosecond = 1e-9;

    private readonly SourceContext _context;
    private readonly ServiceUnit _unit;
    private readonly KernelFile _members;
    private readonly KernelFile _events;
    private readonly byte[] _invocation;
    private int _oldest;
    private ulong _oldestStart;

    /// <param name="context">Where to read.</param>
    /// <param name="hierarchy">The folder of all control groups.</param>
    /// <param name="unit">The service.</param>
    public ServiceState(SourceContext context, string hierarchy, ServiceUnit unit)
    {
        _context = context;
        _unit = unit;
        _members = new(context, $"{hierarchy}{unit.ControlGroup}/cgroup.procs");
        _events = new(context, $"{hierarchy}{unit.ControlGroup}/cgroup.events");

        // systemd makes this link when it starts a unit and removes it when the unit has ended.
        _invocation = KernelPath.Below(context, $"/run/systemd/units/invocation:{unit.Name}");
    }

    /// <summary>What is known of it where nothing runs.</summary>
    public NamedServices AtRest => new() { StartType = _unit.StartType };

    /// <param name="hostUptime">Seconds since the host was started, if that is known.</param>
    public NamedServices Read(double? hostUptime)
    {
        NamedServices service = AtRest with { Running = 0 };
        ReadOnlySpan<byte> members = _members.Read(stackalloc byte[4096]);
        if (!members.IsEmpty)
        {
            FindOldest(members);
            service.Running = 1;
            service.UptimeSeconds = _oldest > 0 && hostUptime is double now
                ? Math.Max(0, now - (_oldestStart / _context.ClockTicks))
                : null;
        }
        else if (IsActiveWithout())
        {
            service.Running = 1;
            service.UptimeSeconds = SinceInvocation();
        }

        return service;
    }

    public void Close()
    {
        _members.Close();
        _events.Close();
    }

    /// <summary>
    /// Whether it is active though no process is in the group itself: they are in groups below (services that have
    /// control groups of their own), or have ended as they should (RemainAfterExit=yes).
    /// </summary>
    private bool IsActiveWithout()
    {
        bool isThere = _members.Error == 0 || !_members.IsAbsent;
        ulong? populated = ControlGroupText.Value(_events.Read(stackalloc byte[128]), "populated"u8);
        bool mayBeBelow = isThere && populated is null;
        return populated is 1 || ((mayBeBelow || _unit.RemainsAfterExit) && TryGetInvocation(out _));
    }

    /// <summary>Keeps the process that began first for as long as it lives.</summary>
    private void FindOldest(ReadOnlySpan<byte> members)
    {
        if (_oldest > 0 && Contains(members, _oldest))
        {
            return;
        }

        _oldest = 0;
        _oldestStart = 0;
        LineReader lines = new(members);
        while (lines.Next())
        {
            if (Utf8Parser.TryParse(lines.Current, out int id, out _)
                && ProcessTable.Of(_context).StartOf(id) is ulong start
                && (_oldest == 0 || start < _oldestStart))
            {
                _oldest = id;
                _oldestStart = start;
            }
        }
    }

    private static bool Contains(ReadOnlySpan<byte> members, int wanted)
    {
        LineReader lines = new(members);
        while (lines.Next())
        {
            if (Utf8Parser.TryParse(lines.Current, out int id, out _) && id == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private double? SinceInvocation()
    {
        // A recorded link has the time of its copying.
        if (_context.IsForeign || !TryGetInvocation(out Libc.statx_timestamp time))
        {
            return null;
        }

        double started = time.tv_sec + (time.tv_nsec * SecondsPerNanosecond);
        return Math.Max(0, (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds - started);
    }

    private bool TryGetInvocation(out Libc.statx_timestamp time)
    {
        Libc.statx_t status = default;
        int result;
        fixed (byte* path = _invocation)
        {
            result = Libc.statx(Libc.AT_FDCWD, path, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_MTIME, &status);
        }

        time = status.stx_mtime;
        return result == 0;
    }
}
