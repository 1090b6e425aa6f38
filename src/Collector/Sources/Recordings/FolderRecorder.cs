namespace Collector.Sources.Recordings;

/// <summary>Keeps what readers have read in a folder, to be replayed from there.</summary>
internal sealed class FolderRecorder(string folder, SourceContext context) : Recorder(context)
{
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>The files that were written, below the folder.</summary>
    public IReadOnlyCollection<string> Files => _files;

    protected override Stream Create(string path)
    {
        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        _files.Add(path);
        return File.Create(full);
    }
}
