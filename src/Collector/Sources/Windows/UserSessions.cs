using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Counts the sessions of users, at the console or remote, connected or left behind.</summary>
/// <remarks>
/// The services' own session is disconnected too, and has no user. Who a session belongs to is a question of its own
/// to another process, so it is asked only when sessions came, went or changed their state.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class UserSessions
{
    private const int ServerUnavailable = 1722;
    private const int EndpointNotRegistered = 1753;

    private (uint Id, int State)[] _known = [];
    private int _knownCount = -1;
    private uint? _users;
    private bool _isMissing;

    /// <param name="users">
    /// The number of them; null if Windows lists no session at all, not even its own, as in Wine, or has no such list.
    /// </param>
    public Fault Count(out uint? users)
    {
        users = null;
        if (_isMissing)
        {
            return Fault.None;
        }

        try
        {
            return Ask(out users);
        }
        catch (DllNotFoundException)
        {
            // The smallest images of Windows have no remote desktop services.
            _isMissing = true;
            return Fault.None;
        }
    }

    private Fault Ask(out uint? users)
    {
        users = null;
        Wtsapi32.WTS_SESSION_INFOW* sessions = null;
        uint count = 0;
        if (Wtsapi32.WTSEnumerateSessionsW(0, 0, 1, &sessions, &count) == 0)
        {
            // In a container nobody manages sessions, since nobody logs on.
            int error = Marshal.GetLastPInvokeError();
            return error is ServerUnavailable or EndpointNotRegistered
                ? Fault.None
                : new(FaultKind.CallFailed, "WTSEnumerateSessions", error);
        }

        ReadOnlySpan<Wtsapi32.WTS_SESSION_INFOW> list = new(sessions, (int)count);
        if (!IsKnown(list))
        {
            _users = count == 0 ? null : CountUsers(list);
            Remember(list);
        }

        Wtsapi32.WTSFreeMemory(sessions);
        users = _users;
        return Fault.None;
    }

    private bool IsKnown(ReadOnlySpan<Wtsapi32.WTS_SESSION_INFOW> list)
    {
        bool isKnown = list.Length == _knownCount;
        for (int index = 0; isKnown && index < list.Length; index++)
        {
            isKnown = (list[index].SessionId, list[index].State) == _known[index];
        }

        return isKnown;
    }

    private void Remember(ReadOnlySpan<Wtsapi32.WTS_SESSION_INFOW> list)
    {
        _knownCount = list.Length;
        if (_known.Length < _knownCount)
        {
            _known = new (uint, int)[_knownCount];
        }

        for (int index = 0; index < list.Length; index++)
        {
            _known[index] = (list[index].SessionId, list[index].State);
        }
    }

    private static uint CountUsers(ReadOnlySpan<Wtsapi32.WTS_SESSION_INFOW> list)
    {
        uint users = 0;
        foreach (ref readonly Wtsapi32.WTS_SESSION_INFOW session in list)
        {
            bool canHaveUser = session.State is Wtsapi32.WTSActive or Wtsapi32.WTSDisconnected;
            users += canHaveUser && HasUser(session.SessionId) ? 1u : 0;
        }

        return users;
    }

    private static bool HasUser(uint session)
    {
        char* name = null;
        uint length = 0;
        if (Wtsapi32.WTSQuerySessionInformationW(0, session, Wtsapi32.WTSUserName, &name, &length) == 0)
        {
            return false;
        }

        bool hasUser = name is not null && *name != '\0';
        Wtsapi32.WTSFreeMemory(name);
        return hasUser;
    }
}
