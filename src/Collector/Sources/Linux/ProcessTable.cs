using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>The processes of a host, listed and looked at once in a tick for all who ask.</summary>
internal sealed class ProcessTable
{
    /// <summary>Their files stay open up to this number, well below what a process may have open (1024 as a rule).</summary>
    private const int MaxOpen = 512;

    /// <summary>So many more processes than at first find an object that is there already, so their ticks allocate nothing.</summary>
    private const int Spares = 64;

    private const string Path = "/proc";

    private readonly SourceContext _context;
    private readonly Folder _folder;
    private readonly Stack<ProcessEntry> _unused = new(2 * Spares);
    private int[] _ids = new int[128];
    private int _idCount;
    private ProcessEntry[] _entries = new ProcessEntry[128];
    private ProcessEntry[] _before = new ProcessEntry[128];
    private int _count;
    private int _spares;
    private int _open;
    private long _listed = -1;
    private long _scanned = -1;
    private Fault _fault;

    public ProcessTable(SourceContext context)
    {
        _context = context;
        _folder = new(KernelPath.Below(context, Path));
    }

    /// <summary>The descriptor of /proc, to open the files of processes by.</summary>
    public int Descriptor => _folder.Descriptor;

    public static ProcessTable Of(SourceContext context) => context.Shared(static context => new ProcessTable(context));

    /// <summary>The numbers of all processes, in ascending order.</summary>
    public ReadOnlySpan<int> List(out Fault fault)
    {
        if (_listed != _context.Tick)
        {
            _listed = _context.Tick;
            _fault = ReadIds();
        }

        fault = _fault;
        return _ids.AsSpan(0, _idCount);
    }

    /// <summary>All processes that could be looked at, in the order of their numbers.</summary>
    public ReadOnlySpan<ProcessEntry> Scan(out Fault fault)
    {
        ReadOnlySpan<int> ids = List(out fault);
        if (_scanned != _context.Tick)
        {
            _scanned = _context.Tick;
            Update(ids);
        }

        return _entries.AsSpan(0, _count);
    }

    /// <summary>When a process began, in ticks since boot; null if there is no such process.</summary>
    public ulong? StartOf(int id)
    {
        if (!_folder.IsOpen && !_folder.TryBegin())
        {
            return null;
        }

        ProcessEntry entry = Take(id);
        ulong? start = entry.TryRead(_folder.Descriptor) ? entry.Start : null;
        entry.Close();
        _unused.Push(entry);
        return start;
    }

    private Fault ReadIds()
    {
        _idCount = 0;
        if (!_folder.TryBegin())
        {
            return new(FaultKind.Unreadable, Path, _folder.Error);
        }

        bool isSorted = true;
        while (_folder.Next())
        {
            ReadOnlySpan<byte> name = _folder.Current;
            if (!Utf8Parser.TryParse(name, out int id, out int used) || used != name.Length)
            {
                continue;
            }

            if (_idCount == _ids.Length)
            {
                Array.Resize(ref _ids, _ids.Length * 2);
            }

            isSorted &= _idCount == 0 || _ids[_idCount - 1] < id;
            _ids[_idCount++] = id;
        }

        if (!isSorted)
        {
            // The kernel lists them in order, a recorded folder does not. Without a comparison this would allocate.
            _ids.AsSpan(0, _idCount).Sort(static (left, right) => left.CompareTo(right));
        }

        return _idCount > 0 ? Fault.None : new(FaultKind.Empty, Path);
    }

    /// <summary>Goes through the new list and the last one side by side: both are in ascending order.</summary>
    private void Update(ReadOnlySpan<int> ids)
    {
        (_before, _entries) = (_entries, _before);
        if (_entries.Length < ids.Length)
        {
            _entries = new ProcessEntry[_ids.Length];
        }

        int lastCount = _count;
        int last = 0;
        _count = 0;
        foreach (int id in ids)
        {
            while (last < lastCount && _before[last].Id < id)
            {
                Release(_before[last++]);
            }

            Look(last < lastCount && _before[last].Id == id ? _before[last++] : Take(id));
        }

        while (last < lastCount)
        {
            Release(_before[last++]);
        }

        for (; _spares < Spares; _spares++)
        {
            _unused.Push(new());
        }
    }

    private void Look(ProcessEntry entry)
    {
        bool wasOpen = entry.IsOpen;
        bool isAlive = entry.TryRead(_folder.Descriptor);
        if (entry.IsOpen && !wasOpen && _open >= MaxOpen)
        {
            entry.Close();
        }

        _open += (entry.IsOpen ? 1 : 0) - (wasOpen ? 1 : 0);
        if (isAlive)
        {
            _entries[_count++] = entry;
        }
        else
        {
            Release(entry);
        }
    }

    private ProcessEntry Take(int id)
    {
        if (!_unused.TryPop(out ProcessEntry? entry))
        {
            entry = new();
        }

        entry.Begin(id);
        return entry;
    }

    private void Release(ProcessEntry entry)
    {
        if (entry.IsOpen)
        {
            entry.Close();
            _open--;
        }

        _unused.Push(entry);
    }
}
