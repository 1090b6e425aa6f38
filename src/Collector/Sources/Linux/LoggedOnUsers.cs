using System.Runtime.InteropServices;

namespace Collector.Sources.Linux;

/// <summary>Counts the sessions of users: by utmp as <c>who</c> and collectd do, or by logind where there is no utmp any more.</summary>
/// <remarks>https://man7.org/linux/man-pages/man5/utmp.5.html</remarks>
internal sealed class LoggedOnUsers(SourceContext context)
{
    private const short UserProcess = 7;

    /// <summary>The size of <c>struct utmp</c>; on x86 it keeps the layout of 32 bits.</summary>
    private static readonly int s_entrySize = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 384 : 400;

    private readonly KernelFile _utmp = new(context, "/run/utmp");
    private readonly Folder _sessions = new(KernelPath.Below(context, "/run/systemd/sessions"));
    private byte[] _buffer = new byte[s_entrySize * 32];

    /// <returns>Null if this host keeps no record of it.</returns>
    public ulong? Count()
    {
        ReadOnlySpan<byte> text = _utmp.Read(_buffer);
        while (text.Length == _buffer.Length && _buffer.Length < RegularFile.MaxLength)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
            text = _utmp.Read(_buffer);
        }

        return _utmp.Error == 0 ? CountEntries(text) : CountSessions();
    }

    private static ulong CountEntries(ReadOnlySpan<byte> utmp)
    {
        ulong users = 0;
        for (; utmp.Length >= s_entrySize; utmp = utmp[s_entrySize..])
        {
            users += MemoryMarshal.Read<short>(utmp) == UserProcess ? 1u : 0u;
        }

        return users;
    }

    /// <summary>Counts logind's files of sessions: those of users, not of greeters and services.</summary>
    private ulong? CountSessions()
    {
        if (!_sessions.TryBegin())
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[2048];
        ulong users = 0;
        while (_sessions.Next())
        {
            ReadOnlySpan<byte> session = _sessions.ReadCurrent(buffer);
            users += session.IndexOf("\nCLASS=user"u8) >= 0 && session.IndexOf("\nSTATE=closing\n"u8) < 0 ? 1u : 0u;
        }

        // Closed, since the folder is made anew when logind starts again.
        _sessions.Close();
        return users;
    }
}
