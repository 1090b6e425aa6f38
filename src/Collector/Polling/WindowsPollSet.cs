using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Polling;

/// <summary>WaitForMultipleObjects over an event object, which wakes it, and those that are watched.</summary>
internal sealed unsafe class WindowsPollSet : PollSet
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Resets itself when a wait ends by it.</summary>
    private nint _wake = Kernel32.CreateEventW(null, bManualReset: 0, bInitialState: 0, null);
    private readonly nint[] _handles = new nint[Kernel32.MAXIMUM_WAIT_OBJECTS];
    private int _count = 1;
    private bool _hasWaited;

    public WindowsPollSet()
    {
        if (_wake == 0)
        {
            throw new IOException($"CreateEventW failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        _handles[0] = _wake;
    }

    public override void Clear()
    {
        _count = 1;
        _hasWaited = false;
    }

    public override int Add(nint handle, PollEvents events)
    {
        if (_count < _handles.Length)
        {
            _handles[_count] = handle;
            return _count++;
        }

        // More than the system can wait for: this one is looked at whenever the loop comes round.
        return -1;
    }

    /// <summary>The wait names only the first event object that is set, so each socket is asked itself.</summary>
    public override PollEvents Seen(int index)
    {
        if (index < 0 || !_hasWaited)
        {
            return PollEvents.Unknown;
        }

        nint handle = _handles[index];
        return Kernel32.WaitForMultipleObjects(1, &handle, 0, 0) == Kernel32.WAIT_OBJECT_0
            ? PollEvents.Signaled
            : PollEvents.None;
    }

    public override void Wait(long nanoseconds)
    {
        // Rounded up: a wait that ends too early would be in vain.
        long milliseconds = (Math.Max(0, nanoseconds) + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond;
        fixed (nint* handles = _handles)
        {
            _ = Kernel32.WaitForMultipleObjects((uint)_count, handles, 0, (uint)Math.Min(milliseconds, int.MaxValue));
        }

        _hasWaited = true;
    }

    public override void Wake() => _ = Kernel32.SetEvent(_wake);

    /// <summary>A name may still be being looked up: when that thread wakes us, the number may be another handle's.</summary>
    public override void Dispose() => _ = Kernel32.CloseHandle(Interlocked.Exchange(ref _wake, 0));
}
