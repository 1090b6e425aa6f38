namespace Collector.Sources.Linux;

/// <summary>Looks up units where systemd does.</summary>
/// <remarks>https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Unit%20File%20Load%20Path</remarks>
internal sealed class UnitFiles(SourceContext context)
{
    /// <summary>It is there wherever systemd is the running manager.</summary>
    /// <remarks>https://www.freedesktop.org/software/systemd/man/latest/sd_booted.html</remarks>
    public const string RunningMark = "/run/systemd/system";

    /// <summary>Aliases of aliases are followed this far; a circle ends.</summary>
    private const int MaxAliases = 8;

    private const string Nothing = "/dev/null";
    private const string Suffix = ".service";

    /// <summary>The earlier ones win.</summary>
    private static readonly string[] s_folders =
    [
        "/etc/systemd/system", RunningMark, "/run/systemd/generator", "/usr/local/lib/systemd/system",
        "/usr/lib/systemd/system", "/lib/systemd/system", "/run/systemd/generator.late",
    ];

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private string[]? _dependencies;

    /// <summary>The folders and files that a change of any answer would show in.</summary>
    public IReadOnlyCollection<string> Visited => _visited;

    /// <summary>The services that have a file of their own or are an instance that something pulls in, without <c>.service</c>.</summary>
    /// <remarks>Neither templates, which nothing can start, nor second names of others.</remarks>
    public IEnumerable<string> Services()
    {
        IEnumerable<string> own = Folders().Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFileSystemEntries(folder, "*" + Suffix))
            .Where(static file => !IsAlias(file));
        IEnumerable<string> instances = Dependencies()
            .SelectMany(static folder => Directory.EnumerateFileSystemEntries(folder, "*" + Suffix))
            .Where(static file => ServiceUnit.TemplateOf(Path.GetFileName(file)) is not null);
        return own.Concat(instances)
            .Select(static file => Path.GetFileName(file)[..^Suffix.Length])
            .Where(static name => !name.EndsWith('@'))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Looks up a service.</summary>
    /// <param name="name">With or without <c>.service</c>; an alias is followed.</param>
    public ServiceUnit Find(string name)
    {
        string unit = name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix;
        for (int step = 0; step < MaxAliases; step++)
        {
            string? file = Locate(unit);
            if (file is null)
            {
                return new(unit, StartType: null);
            }

            _visited.Add(file);
            string? target = new FileInfo(file).LinkTarget;
            if (target == Nothing || (target is null && new FileInfo(file).Length == 0))
            {
                return new(unit, ServiceUnit.Masked);
            }

            string own = Path.GetFileName(target ?? unit);
            if (own == unit || ServiceUnit.TemplateOf(unit) == own || !own.EndsWith(Suffix, StringComparison.Ordinal))
            {
                return Describe(unit, target is null ? file : Resolve(file, target));
            }

            unit = own;
        }

        return new(unit, StartType: null);
    }

    /// <summary>The file of a unit, or that of the template it is made from.</summary>
    private string? Locate(string unit) =>
        FileOf(unit) ?? (ServiceUnit.TemplateOf(unit) is string template ? FileOf(template) : null);

    private string? FileOf(string unit) => Folders()
        .Select(folder => $"{folder}/{unit}")
        .FirstOrDefault(static path => File.Exists(path) || new FileInfo(path).LinkTarget is not null);

    private IEnumerable<string> Folders()
    {
        foreach (string folder in s_folders)
        {
            string path = KernelPath.TextBelow(context, folder);
            _visited.Add(path);
            yield return path;
        }
    }

    /// <summary>Where a link leads, below the root.</summary>
    private string Resolve(string link, string target) => Path.IsPathRooted(target)
        ? KernelPath.TextBelow(context, target)
        : Path.GetFullPath(target, Path.GetDirectoryName(link)!);

    private ServiceUnit Describe(string unit, string file)
    {
        ServiceUnit service = new(unit, IsWanted(unit) ? ServiceUnit.Automatic : ServiceUnit.OnDemand);
        foreach (string part in DropIns(unit).Prepend(file))
        {
            service = service.With(Lines(part));
        }

        return service;
    }

    /// <summary>Whether a target or another unit pulls it in: that is what "enabled" means.</summary>
    private bool IsWanted(string unit)
    {
        bool isWanted = false;
        foreach (string folder in Dependencies())
        {
            _visited.Add(folder);
            isWanted |= new FileInfo($"{folder}/{unit}").LinkTarget is not null || File.Exists($"{folder}/{unit}");
        }

        return isWanted;
    }

    /// <summary>The folders that say what pulls in what; there are hundreds of entries around them, so they are looked for once.</summary>
    private string[] Dependencies() => _dependencies ??= [.. Folders().Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Where(static folder => folder.EndsWith(".wants", StringComparison.Ordinal) || folder.EndsWith(".requires", StringComparison.Ordinal))];

    /// <summary>Whether a unit's file only leads to that of a unit with another name.</summary>
    private static bool IsAlias(string file)
    {
        string unit = Path.GetFileName(file);
        return new FileInfo(file).LinkTarget is string target
            && Path.GetFileName(target) is string other
            && other != unit && other.EndsWith(Suffix, StringComparison.Ordinal) && ServiceUnit.TemplateOf(unit) != other;
    }

    private IEnumerable<string> DropIns(string unit)
    {
        foreach (string folder in Folders().Reverse().Select(folder => $"{folder}/{unit}.d").Where(Directory.Exists))
        {
            _visited.Add(folder);
            foreach (string file in Directory.EnumerateFiles(folder, "*.conf").Order(StringComparer.Ordinal))
            {
                _visited.Add(file);
                yield return file;
            }
        }
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? RegularFile.ReadLines(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
