namespace Collector.Sources.Linux;

/// <summary>Looks which network interfaces are up, and how fast they are, when the kernel says that one has changed.</summary>
internal sealed class NetworkLinksSource(SourceContext context) : INativeSource<NetworkLinks>
{
    private const string Path = "/sys/class/net";

    /// <summary>Reads between two looks without news: a speed may change without any.</summary>
    private const int LookEvery = 60;

    private static readonly Fault s_notHere = Fault.NotHere($"this host has no {Path}");

    private readonly Folder _folder = new(KernelPath.Below(context, Path));
    private readonly List<NetworkLink> _links = [];
    private NetworkLinks[] _rows = [];
    private int[] _linkOfRow = [];
    private int _count;
    private int _age;
    private LinkWatch? _watch;
    private Fault _fault;

    public ReadOnlySpan<NetworkLinks> Read(out Fault fault)
    {
        if (IsDue())
        {
            Look();
        }

        fault = _fault;
        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => _links[_linkOfRow[row]].Key;

    public string Name(int row) => _links[_linkOfRow[row]].Name;

    private bool IsDue()
    {
        if (context.IsForeign)
        {
            return true;
        }

        _watch ??= new();
        return _watch.HasChanged() | _age++ % LookEvery == 0;
    }

    private void Look()
    {
        _count = 0;
        _fault = List();
        for (int index = 0; index < _links.Count; index++)
        {
            if (_links[index].TryRead(out _rows[_count]))
            {
                _linkOfRow[_count++] = index;
            }
        }
    }

    /// <summary>Lists the interfaces; those that stand where they stood remain the same objects.</summary>
    private Fault List()
    {
        int count = 0;
        if (!_folder.TryBegin())
        {
            _links.Clear();
            return s_notHere;
        }

        for (; _folder.Next(); count++)
        {
            ReadOnlySpan<byte> name = _folder.Current;
            if (count < _links.Count && _links[count].Key.SequenceEqual(name))
            {
                continue;
            }

            _links.RemoveRange(count, _links.Count - count);
            _links.Add(new(context, name.ToArray()));
        }

        _links.RemoveRange(count, _links.Count - count);
        if (_rows.Length < count)
        {
            _rows = new NetworkLinks[count];
            _linkOfRow = new int[count];
        }

        return Fault.None;
    }
}
