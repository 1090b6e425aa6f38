namespace Collector.Sources;

/// <summary>Looks at the files and folders that the configuration names.</summary>
internal sealed class NamedFilesSource(SourceContext context) : INativeSource<NamedFiles>
{
    private readonly INamedFile[] _files = [.. context.Targets.Files.Select(name => Open(context, name))];
    private readonly NamedFiles[] _rows = new NamedFiles[context.Targets.Files.Count];
    private readonly int[] _fileOfRow = new int[context.Targets.Files.Count];

    public ReadOnlySpan<NamedFiles> Read(out Fault fault)
    {
        fault = Fault.None;
        double now = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
        int count = 0;
        for (int index = 0; index < _files.Length; index++)
        {
            if (_files[index].TryRead(now, out _rows[count], out Fault failure))
            {
                _fileOfRow[count++] = index;
            }
            else if (fault.IsNone)
            {
                fault = failure;
            }
        }

        return _rows.AsSpan(0, count);
    }

    public ReadOnlySpan<byte> Key(int row) => _files[_fileOfRow[row]].Key;

    public string Name(int row) => _files[_fileOfRow[row]].Name;

    private static INamedFile Open(SourceContext context, string name) =>
        OperatingSystem.IsWindows() ? new Windows.NamedFile(name) : new Linux.NamedFile(context, name);
}
