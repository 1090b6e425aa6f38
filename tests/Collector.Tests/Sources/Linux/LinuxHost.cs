using System.Text;
using Collector.Sources;

namespace Collector.Tests.Sources.Linux;

/// <summary>A Linux host in a temporary folder, which a test changes between two ticks.</summary>
internal sealed class LinuxHost : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public LinuxHost(NamedTargets? targets = null) =>
        Context = new(_root.Path) { Targets = targets ?? NamedTargets.None };

    public SourceContext Context { get; }

    /// <summary>This host, with certain things named.</summary>
    public static SourceContext Own(NamedTargets? targets = null) => new("/") { Targets = targets ?? NamedTargets.None };

    public static NamedTargets Services(params string[] names) => new(names, [], [], []);

    public static NamedTargets Processes(params string[] names) => new([], names, [], []);

    public static NamedTargets Ports(params string[] names) => new([], [], names, []);

    public static NamedTargets Files(params string[] names) => new([], [], [], names);

    /// <summary>Rewrites a file in its place, as the kernel does: it stays the same open file.</summary>
    public LinuxHost Write(string path, string text)
    {
        _root.Write(path, text);
        return this;
    }

    public LinuxHost Write(string path, byte[] bytes)
    {
        Write(path, "");
        File.WriteAllBytes(PathOf(path), bytes);
        return this;
    }

    public LinuxHost Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.CreateSymbolicLink(PathOf(path), target);
        return this;
    }

    /// <summary>A process with a stat file of the kernel's shape.</summary>
    public LinuxHost Process(int id, string name, char state = 'S', int user = 0, int kernel = 0, int threads = 1, int start = 0, int pages = 0) =>
        Write($"proc/{id}/stat", $"{id} ({name}) {state} 1 1 1 0 -1 4194560 1 2 3 4 {user} {kernel} 0 0 20 0 {threads} 0 {start} 5000 {pages} 18446744073709551615 1 1\n");

    public LinuxHost Remove(string path)
    {
        string full = PathOf(path);
        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }
        else
        {
            File.Delete(full);
        }

        return this;
    }

    public string PathOf(string path) => _root.File(path);

    /// <summary>The rows of one tick.</summary>
    public T[] Read<T>(INativeSource<T> source, out Fault fault)
        where T : unmanaged
    {
        Context.BeginTick();
        return source.Read(out fault).ToArray();
    }

    /// <summary>The names of the instances of the last read, with a bar between them. The keys must say the same.</summary>
    public static string Names<T>(INativeSource<T> source, int count)
        where T : unmanaged
    {
        for (int row = 0; row < count; row++)
        {
            if (Encoding.UTF8.GetString(source.Key(row)) != source.Name(row))
            {
                throw new InvalidOperationException($"the key of {source.Name(row)} is another one");
            }
        }

        return string.Join('|', Enumerable.Range(0, count).Select(source.Name));
    }

    public void Dispose() => _root.Dispose();
}
