using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Polling;

/// <summary>ppoll over an eventfd, which wakes it, and the descriptors that are watched.</summary>
internal sealed unsafe class LinuxPollSet : PollSet
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const short POLLIN = 0x1;
    private const short POLLPRI = 0x2;
    private const short POLLOUT = 0x4;
    private const short POLLERR = 0x8;
    private const short POLLHUP = 0x10;
    private const short POLLNVAL = 0x20;
    private const short POLLRDHUP = 0x2000;

    private int _wake = Libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK);
    private Libc.pollfd[] _watched = GC.AllocateArray<Libc.pollfd>(16, pinned: true);
    private int _count = 1;

    public LinuxPollSet()
    {
        if (_wake < 0)
        {
            throw new IOException($"eventfd failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        _watched[0] = new() { fd = _wake, events = POLLIN };
    }

    /// <summary>Whether writing would end at once, well or badly. Asks the kernel.</summary>
    public static bool IsWritable(int descriptor)
    {
        Libc.pollfd watched = new() { fd = descriptor, events = POLLOUT };
        Libc.timespec none = default;
        return Libc.ppoll(&watched, 1, &none, null) > 0;
    }

    public override void Clear() => _count = 1;

    public override int Add(nint handle, PollEvents events)
    {
        if (_count == _watched.Length)
        {
            Libc.pollfd[] larger = GC.AllocateArray<Libc.pollfd>(_count * 2, pinned: true);
            _watched.CopyTo(larger, 0);
            _watched = larger;
        }

        short wanted = 0;
        if ((events & PollEvents.Readable) != 0)
        {
            wanted |= POLLIN | POLLRDHUP;
        }

        if ((events & PollEvents.Writable) != 0)
        {
            wanted |= POLLOUT;
        }

        if ((events & PollEvents.Priority) != 0)
        {
            wanted |= POLLPRI;
        }

        _watched[_count] = new() { fd = (int)handle, events = wanted };
        return _count++;
    }

    public override PollEvents Seen(int index)
    {
        short seen = _watched[index].revents;
        PollEvents events = PollEvents.None;
        if ((seen & (POLLIN | POLLRDHUP)) != 0)
        {
            events |= PollEvents.Readable;
        }

        if ((seen & POLLOUT) != 0)
        {
            events |= PollEvents.Writable;
        }

        if ((seen & POLLPRI) != 0)
        {
            events |= PollEvents.Priority;
        }

        return (seen & (POLLERR | POLLHUP | POLLNVAL)) != 0 ? events | PollEvents.Failed : events;
    }

    public override void Wait(long nanoseconds)
    {
        nanoseconds = Math.Max(0, nanoseconds);
        Libc.timespec timeout = new()
        {
            tv_sec = (nint)(nanoseconds / NanosecondsPerSecond),
            tv_nsec = (nint)(nanoseconds % NanosecondsPerSecond),
        };

        fixed (Libc.pollfd* watched = _watched)
        {
            if (Libc.ppoll(watched, (nuint)_count, &timeout, null) < 0)
            {
                // Interrupted by a signal: nothing was seen, and the kernel left the old answers standing.
                Forget();
            }
        }

        if (_watched[0].revents != 0)
        {
            ulong count;
            _ = Libc.read(_wake, &count, sizeof(ulong));
        }
    }

    public override void Wake()
    {
        ulong one = 1;
        _ = Libc.write(_wake, &one, sizeof(ulong));
    }

    /// <summary>A name may still be being looked up: when that thread wakes us, the number may be another file's.</summary>
    public override void Dispose() => _ = Libc.close(Interlocked.Exchange(ref _wake, -1));

    private void Forget()
    {
        for (int index = 0; index < _count; index++)
        {
            _watched[index].revents = 0;
        }
    }
}
