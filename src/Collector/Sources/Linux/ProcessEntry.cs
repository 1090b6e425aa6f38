using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>One process as its /proc/PID/stat shows it. The object serves for as long as the process is listed, and then another.</summary>
/// <remarks>https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</remarks>
internal sealed unsafe class ProcessEntry
{
    private readonly byte[] _name = new byte[64];
    private int _nameLength;
    private int _descriptor = -1;

    public int Id { get; private set; }

    /// <summary>One letter: R, S, D, Z, T, t, I, …</summary>
    public byte State { get; private set; }

    /// <summary>Processor time in user and in kernel mode, in ticks of the kernel's clock.</summary>
    public ulong ProcessorTicks { get; private set; }

    public ulong Threads { get; private set; }

    /// <summary>When it began, in ticks since boot. With <see cref="Id"/> it tells a process from all others.</summary>
    public ulong Start { get; private set; }

    public ulong ResidentPages { get; private set; }

    /// <summary>The name that the kernel keeps: the first 15 bytes of the program's, unless the program changed it.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    /// <summary>Whether <see cref="NamedByName"/> and <see cref="NamedByProgram"/> are those of this process.</summary>
    public bool IsMatched { get; set; }

    /// <summary>Which of the names that users chose is its own; -1 for none.</summary>
    public int NamedByName { get; set; }

    /// <summary>Which of them is its executable's; -1 for none.</summary>
    public int NamedByProgram { get; set; }

    /// <summary>Whether its file is open now.</summary>
    public bool IsOpen => _descriptor >= 0;

    public void Begin(int id)
    {
        Id = id;
        IsMatched = false;
        _nameLength = 0;
    }

    /// <summary>Reads the process's file, which stays open: that halves the cost of the next read.</summary>
    /// <param name="folder">The descriptor of /proc.</param>
    /// <returns>False if the process has ended.</returns>
    public bool TryRead(int folder)
    {
        Span<byte> buffer = stackalloc byte[1024];
        bool wasOpen = IsOpen;
        ReadOnlySpan<byte> text = Read(folder, buffer);
        if (text.IsEmpty && wasOpen)
        {
            // The file was another process's, which had this one's number before.
            text = Read(folder, buffer);
        }

        return TryParse(text);
    }

    /// <summary>Reads the text of a stat file; the name in it may have blanks and parentheses.</summary>
    public bool TryParse(ReadOnlySpan<byte> text)
    {
        int open = text.IndexOf((byte)'(');
        int close = text.LastIndexOf((byte)')');
        if (open < 0 || close < open)
        {
            return false;
        }

        FieldReader fields = new(text[(close + 1)..]);
        if (!fields.TryNext(out ReadOnlySpan<byte> state)
            || !fields.TryReadWhole(11, out ulong user)
            || !fields.TryReadWhole(12, out ulong kernel)
            || !fields.TryReadWhole(17, out ulong threads)
            || !fields.TryReadWhole(19, out ulong start)
            || !fields.TryReadWhole(21, out ulong pages))
        {
            return false;
        }

        Take(text[(open + 1)..close], start);
        State = state[0];
        ProcessorTicks = user + kernel;
        Threads = threads;
        ResidentPages = pages;
        return true;
    }

    public void Close()
    {
        if (IsOpen)
        {
            _ = Libc.close(_descriptor);
            _descriptor = -1;
        }
    }

    private void Take(ReadOnlySpan<byte> name, ulong start)
    {
        name = name[..Math.Min(name.Length, _name.Length)];
        if (start != Start || !name.SequenceEqual(Name))
        {
            IsMatched = false;
            Start = start;
            name.CopyTo(_name);
            _nameLength = name.Length;
        }
    }

    private ReadOnlySpan<byte> Read(int folder, Span<byte> buffer)
    {
        if (!IsOpen)
        {
            Span<byte> path = stackalloc byte[ProcessPath.MaxLength];
            ProcessPath.Write(path, Id, "/stat\0"u8);
            fixed (byte* text = path)
            {
                _descriptor = Libc.openat(folder, text, Libc.O_RDONLY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
            }
        }

        nint length = -1;
        if (IsOpen)
        {
            fixed (byte* start = buffer)
            {
                length = Libc.pread(_descriptor, start, (nuint)buffer.Length, 0);
            }
        }

        if (length <= 0)
        {
            Close();
            return default;
        }

        return buffer[..(int)length];
    }
}
