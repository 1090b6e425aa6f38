using Collector.Metrics;

namespace Collector.Verification;

/// <summary>What defines a host, by its paths: facts, sizes, file systems, disks, interfaces, services; not what merely moves.</summary>
internal sealed class Snapshot
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly SortedList<SnapshotPath, SnapshotValue> _values;

    public Snapshot(SortedList<SnapshotPath, SnapshotValue> values) => _values = values;

    /// <summary>All values, facts first, then by the names of groups, instances and metrics.</summary>
    public IReadOnlyDictionary<SnapshotPath, SnapshotValue> Values => _values;

    /// <summary>Whose it is; null if it does not say.</summary>
    public string? HostName => _values.TryGetValue(DefiningValues.HostName, out SnapshotValue name) ? name.Text : null;

    /// <summary>What readers have just read of a host.</summary>
    /// <param name="facts">What it is.</param>
    /// <param name="readers">The readers, after a read.</param>
    /// <param name="fileSystemTypes">What is known of the types of its file systems.</param>
    /// <param name="withVirtual">Whether interfaces of containers and virtual machines belong to it.</param>
    public static Snapshot Of(
        HostFacts facts, IEnumerable<GroupReader> readers, IReadOnlyDictionary<string, string>? fileSystemTypes = null, bool withVirtual = false)
    {
        SortedList<SnapshotPath, SnapshotValue> values = [];
        DefiningValues.Add(values, facts);
        foreach (GroupReader reader in readers)
        {
            DefiningValues.Add(values, reader, withVirtual);
        }

        foreach ((string mount, string type) in fileSystemTypes ?? new Dictionary<string, string>())
        {
            DefiningValues.AddType(values, mount, type);
        }

        return new(values);
    }

    /// <param name="path">A file that <c>collector snapshot</c> wrote; <c>-</c> for standard input.</param>
    /// <exception cref="UserError">It cannot be read, or is no snapshot.</exception>
    public static Snapshot Read(string path)
    {
        try
        {
            return SnapshotReader.Parse(NameOf(path), Load(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot read the snapshot: {error.Message}");
        }
    }

    /// <summary>What a file is called in messages.</summary>
    public static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    public void WriteTo(Stream output) => SnapshotWriter.Write(output, _values);

    private static byte[] Load(string path)
    {
        if (path != StandardInput)
        {
            return Directory.Exists(path) ? throw new IOException($"'{path}' is a folder") : File.ReadAllBytes(path);
        }

        using Stream input = Console.OpenStandardInput();
        using MemoryStream all = new();
        input.CopyTo(all);
        return all.ToArray();
    }
}
