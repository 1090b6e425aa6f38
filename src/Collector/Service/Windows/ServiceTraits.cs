using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>What the service manager keeps of a service beside its command line, each set by a call of its own.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ServiceTraits(nint service, string name)
{
    private const string Description = "Measures this host and forwards what it sees to Graphite and StatsD.";

    /// <summary>To look below folders that it may not list. Whatever is not named here, its account's token is rid of.</summary>
    private const string Privileges = "SeChangeNotifyPrivilege\0";

    /// <summary>A day without a failure, and the next one counts as the first.</summary>
    private const uint ResetSeconds = 86_400;

    private const uint PreshutdownMilliseconds = 10_000;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Advapi32.LargestServiceConfig, pinned: true);

    /// <summary>The pauses before it is started again after its first, second and each later failure.</summary>
    private static ReadOnlySpan<uint> RestartMilliseconds => [5_000, 30_000, 60_000];

    /// <summary>Whether it starts some time after the services that the system itself needs.</summary>
    public bool IsDelayed => Query(Advapi32.SERVICE_CONFIG_DELAYED_AUTO_START_INFO) is [1, ..];

    /// <summary>Sets them all.</summary>
    /// <returns>What is other than before.</returns>
    /// <exception cref="UserError">One of them cannot be set.</exception>
    public IReadOnlyList<string> Apply()
    {
        List<string> changed = [];
        fixed (char* description = Description, privileges = Privileges)
        {
            Set(Advapi32.SERVICE_CONFIG_DESCRIPTION, &description, "its description", changed);
            Set(Advapi32.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, &privileges, "its privileges", changed);
        }

        Advapi32.SC_ACTION* actions = stackalloc Advapi32.SC_ACTION[RestartMilliseconds.Length];
        for (int index = 0; index < RestartMilliseconds.Length; index++)
        {
            actions[index] = new() { Type = Advapi32.SC_ACTION_RESTART, Delay = RestartMilliseconds[index] };
        }

        Advapi32.SERVICE_FAILURE_ACTIONSW failure = new()
        {
            dwResetPeriod = ResetSeconds, cActions = (uint)RestartMilliseconds.Length, lpsaActions = actions,
        };
        uint on = 1;
        uint sidType = Advapi32.SERVICE_SID_TYPE_UNRESTRICTED;
        uint preshutdown = PreshutdownMilliseconds;
        Set(Advapi32.SERVICE_CONFIG_FAILURE_ACTIONS, &failure, "what follows a failure", changed);
        Set(Advapi32.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &on, "what counts as a failure", changed);
        Set(Advapi32.SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &on, "when it starts", changed);
        Set(Advapi32.SERVICE_CONFIG_SERVICE_SID_INFO, &sidType, "its own identity", changed);
        Set(Advapi32.SERVICE_CONFIG_PRESHUTDOWN_INFO, &preshutdown, "its time to end", changed);
        return changed;
    }

    /// <summary>What <see cref="Apply"/> would make otherwise. What this system does not keep is no difference.</summary>
    public IReadOnlyList<string> Differences()
    {
        List<string> differences = [];
        Compare(Advapi32.SERVICE_CONFIG_DESCRIPTION, IsText(Description + '\0'), "its description", differences);
        Compare(Advapi32.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, IsText(Privileges + '\0'), "its privileges", differences);
        Compare(Advapi32.SERVICE_CONFIG_FAILURE_ACTIONS, IsRestart, "what follows a failure", differences);
        Compare(Advapi32.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, IsNumber(1), "what counts as a failure", differences);
        Compare(Advapi32.SERVICE_CONFIG_DELAYED_AUTO_START_INFO, IsNumber(1), "when it starts", differences);
        Compare(Advapi32.SERVICE_CONFIG_SERVICE_SID_INFO, IsNumber(Advapi32.SERVICE_SID_TYPE_UNRESTRICTED), "its own identity", differences);
        Compare(Advapi32.SERVICE_CONFIG_PRESHUTDOWN_INFO, IsNumber(PreshutdownMilliseconds), "its time to end", differences);
        return differences;
    }

    private static Predicate<byte[]> IsNumber(uint wanted) => found => BitConverter.ToUInt32(found) == wanted;

    private Predicate<byte[]> IsText(string wanted) => found =>
        MemoryMarshal.Cast<byte, char>(Behind(MemoryMarshal.Read<nint>(found))).StartsWith(wanted);

    private bool IsRestart(byte[] found)
    {
        Advapi32.SERVICE_FAILURE_ACTIONSW failure;
        fixed (byte* start = found)
        {
            failure = *(Advapi32.SERVICE_FAILURE_ACTIONSW*)start;
        }

        ReadOnlySpan<Advapi32.SC_ACTION> actions = MemoryMarshal.Cast<byte, Advapi32.SC_ACTION>(Behind((nint)failure.lpsaActions));
        if (failure.dwResetPeriod != ResetSeconds || failure.cActions != RestartMilliseconds.Length || actions.Length < RestartMilliseconds.Length)
        {
            return false;
        }

        for (int index = 0; index < RestartMilliseconds.Length; index++)
        {
            if (actions[index].Type != Advapi32.SC_ACTION_RESTART || actions[index].Delay != RestartMilliseconds[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a pointer of the last answer is for, up to the buffer's end.</summary>
    private ReadOnlySpan<byte> Behind(nint pointer)
    {
        fixed (byte* start = _buffer)
        {
            nint place = pointer - (nint)start;
            return place > 0 && place < _buffer.Length ? _buffer.AsSpan((int)place) : [];
        }
    }

    private void Compare(uint level, Predicate<byte[]> isWanted, string what, List<string> differences)
    {
        byte[] found = Query(level);
        if (found.Length > 0 && !isWanted(found))
        {
            differences.Add(what);
        }
    }

    /// <summary>What there was is compared with what there is then: systems differ in what they keep.</summary>
    private void Set(uint level, void* value, string what, List<string> changed)
    {
        byte[] before = Query(level);
        if (Advapi32.ChangeServiceConfig2W(service, level, value) == 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != Advapi32.ERROR_INVALID_LEVEL)
            {
                throw ServiceFault.Of($"set {what} for the service '{name}'", error);
            }
        }

        if (!Query(level).AsSpan().SequenceEqual(before))
        {
            changed.Add(what);
        }
    }

    /// <summary>A trait as the manager has it. Pointers in it are comparable, for the buffer stays in its place.</summary>
    private byte[] Query(uint level)
    {
        Array.Clear(_buffer);
        uint needed;
        fixed (byte* start = _buffer)
        {
            return Advapi32.QueryServiceConfig2W(service, level, start, (uint)_buffer.Length, &needed) != 0 ? [.. _buffer] : [];
        }
    }
}
