namespace Collector.Sources.Recordings;

/// <summary>Keeps what readers have read in memory, for those who want to look at it.</summary>
internal sealed class MemoryRecorder(SourceContext context) : Recorder(context)
{
    private readonly Dictionary<string, MemoryStream> _files = new(StringComparer.Ordinal);

    /// <summary>The bytes of a file; null if it was not read.</summary>
    /// <param name="path">Where it would be below a recording's folder.</param>
    public byte[]? Find(string path) => _files.GetValueOrDefault(path)?.ToArray();

    /// <summary>Whether two recordings have the same in them.</summary>
    public bool IsSame(MemoryRecorder other) => _files.Count == other._files.Count
        && _files.All(file => other.Find(file.Key) is byte[] bytes && file.Value.ToArray().AsSpan().SequenceEqual(bytes));

    protected override Stream Create(string path) => _files[path] = new();
}
