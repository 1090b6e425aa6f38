using System.Text;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources;

/// <summary>A host in a temporary folder, whose mount points are folders of that.</summary>
internal sealed class MountedHost : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly SourceContext _context;

    public MountedHost(string filter = "")
    {
        Write("proc/filesystems", "\text4\n");
        FilterItem[] items = filter.Length == 0 ? [] : [FilterParser.Parse(filter, out _)!];
        _context = new(Root) { Filter = new() { Items = items } };
        Source = new(_context);
    }

    public string Root => _root.Path;

    public FileSystemsSource Source { get; }

    public RowFilter Filter => _context.FilterOf(DiskUsageGroup.Definition);

    public static string Mount(int number, string point, string type = "ext4") =>
        $"{number} 1 8:{number} / {point} rw - {type} /dev/sd{number} rw\n";

    public void Write(string path, string text) => _root.Write(path, text);

    public void CreateFolder(string path) => Directory.CreateDirectory(_root.File(path));

    /// <summary>The names that one read gives, with a bar between them.</summary>
    public string Read(out Fault fault)
    {
        _context.BeginTick();
        int count = Source.Read(out fault).Length;
        return string.Join('|', Enumerable.Range(0, count).Select(Source.Name));
    }

    /// <summary>The keys of the last read.</summary>
    public string Key(int row) => Encoding.UTF8.GetString(Source.Key(row));

    public void Dispose() => _root.Dispose();
}
