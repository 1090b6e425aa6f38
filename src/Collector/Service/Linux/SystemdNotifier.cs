using System.Globalization;
using System.Text;
using Collector.Scheduling;

namespace Collector.Service.Linux;

/// <summary>Tells systemd how a service of <c>Type=notify</c> goes.</summary>
/// <remarks>https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html</remarks>
internal sealed class SystemdNotifier : ISupervisor
{
    private const string SocketVariable = "NOTIFY_SOCKET";
    private const string WatchdogVariable = "WATCHDOG_USEC";
    private const string WatchdogProcessVariable = "WATCHDOG_PID";
    private const long NanosecondsPerMicrosecond = 1_000;

    /// <summary>Without a watchdog: how often the status is brought up to date.</summary>
    private const long StatusPause = 30_000_000_000;

    private readonly NotifySocket _socket;
    private readonly long _pause;
    private readonly bool _isWatched;
    private readonly byte[] _message = new byte[256];

    private SystemdNotifier(NotifySocket socket, long watchdog)
    {
        _socket = socket;
        _isWatched = watchdog > 0;

        // Twice in the time that systemd gives, as it advises.
        _pause = _isWatched ? Math.Min(watchdog / 2, StatusPause) : StatusPause;
    }

    public long NextBeat { get; private set; }

    /// <summary>The systemd that started this process and waits to hear from it; null if none did.</summary>
    public static SystemdNotifier? Find()
    {
        string? path = OperatingSystem.IsLinux() ? Environment.GetEnvironmentVariable(SocketVariable) : null;
        return path is not null && NotifySocket.Open(path) is NotifySocket socket ? new(socket, Watchdog()) : null;
    }

    public void Ready() => _socket.Send("READY=1"u8);

    public void Reloading() => _socket.Send(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={MonotonicClock.Nanoseconds / NanosecondsPerMicrosecond}")));

    public void Stopping(TimeSpan atMost) => _socket.Send("STOPPING=1\nSTATUS=sending what waits"u8);

    public void Beat(long now, in RunStatus status)
    {
        NextBeat = now + _pause;
        StatusLine line = new(_message);
        line.Add(_isWatched ? "WATCHDOG=1\nSTATUS="u8 : "STATUS="u8);
        line.Add(status.Ticks, " ticks, "u8);
        line.Add(status.LinesSent, " lines sent, "u8);
        line.Add(status.LinesWaiting, " wait, "u8);
        line.Add(status.LinesDropped, " dropped"u8);
        if (status.FailedGroups > 0)
        {
            line.Add(", groups that fail: "u8);
            line.Add(status.FailedGroups, ""u8);
        }

        _socket.Send(line.Written);
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>After how many nanoseconds without a word systemd takes this process for stuck; 0 if it does not look.</summary>
    private static long Watchdog()
    {
        string? process = Environment.GetEnvironmentVariable(WatchdogProcessVariable);
        bool isOurs = process is null || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return isOurs && long.TryParse(
            Environment.GetEnvironmentVariable(WatchdogVariable), NumberStyles.None, CultureInfo.InvariantCulture, out long microseconds)
            ? microseconds * NanosecondsPerMicrosecond
            : 0;
    }
}
