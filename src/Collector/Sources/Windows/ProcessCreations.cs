using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Counts the processes that were created since it began to look.</summary>
/// <remarks>
/// Windows keeps no such count. Two lists are compared: processes keep their order in them and new ones stand at the
/// end, so a known one is nearly always found at once. Those that came and went between two looks are not seen.
/// </remarks>
internal sealed unsafe class ProcessCreations
{
    private (nint Id, long CreateTime)[] _known = [];
    private (nint Id, long CreateTime)[] _next = [];
    private int _knownCount;
    private bool _isBegun;

    public ulong Total { get; private set; }

    /// <param name="process">The first of the list.</param>
    public void Compare(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        int count = 0;
        int expected = 0;
        for (; process is not null; process = ProcessEntry.Next(process))
        {
            if (count == _next.Length)
            {
                Array.Resize(ref _next, Math.Max(256, count * 2));
            }

            (nint, long) identity = (process->UniqueProcessId, process->CreateTime);
            _next[count++] = identity;
            if (_isBegun && !IsKnown(identity, ref expected))
            {
                Total++;
            }
        }

        _isBegun = true;
        _knownCount = count;
        (_known, _next) = (_next, _known);
    }

    /// <summary>Looks where a process is expected and behind that, then in the rest.</summary>
    private bool IsKnown((nint Id, long CreateTime) identity, ref int expected)
    {
        int found = _known.AsSpan(expected, _knownCount - expected).IndexOf(identity);
        if (found >= 0)
        {
            expected += found + 1;
            return true;
        }

        return _known.AsSpan(0, expected).Contains(identity);
    }
}
