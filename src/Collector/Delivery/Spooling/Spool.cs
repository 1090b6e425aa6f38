using Collector.Logging;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>The folder where lines wait on the disk: a folder in it for each destination, and a lock against a second process.</summary>
internal sealed class Spool : IDisposable
{
    private const string LockName = "lock";

    private readonly SpoolOptions _options;
    private readonly Log _log;
    private readonly FileStream _lock;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private Spool(SpoolOptions options, FileStream held, Log log)
    {
        _options = options;
        _lock = held;
        _log = log;
    }

    public SpoolOptions Options => _options;

    /// <summary>Takes possession of the folder, and makes it if it is not there.</summary>
    /// <exception cref="UserError">It cannot be used, or another process has it.</exception>
    public static Spool Open(SpoolOptions options, Log log)
    {
        try
        {
            CreateFolder(options.Path);
            string path = System.IO.Path.Combine(options.Path, LockName);
            return new(options, new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0), log);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InvalidConfiguration, IsHeld(error)
                ? $"spool: another collector uses '{options.Path}' now; stop it, or give this one a folder of its own"
                : Unusable(options.Path, error).Message);
        }
    }

    /// <summary>The folder of one destination. Two that have the same receivers get one each, in the order of the configuration.</summary>
    public SpoolFolder FolderFor(DestinationOptions destination)
    {
        string name = NameOf(destination);
        string unique = name;
        for (int number = 2; !_names.Add(unique); number++)
        {
            unique = $"{name}~{number}";
        }

        string path = System.IO.Path.Combine(_options.Path, unique);
        try
        {
            CreateFolder(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, error);
        }

        return new(path, _options, _log, () => _names.Remove(unique));
    }

    /// <summary>Says what lies here for destinations that are not configured any more, and gives up what is too old.</summary>
    public void ReportLeftovers()
    {
        foreach (string path in Directory.EnumerateDirectories(_options.Path).Where(path => !_names.Contains(System.IO.Path.GetFileName(path))))
        {
            string[] segments = Directory.GetFiles(path, "*" + SegmentPath.Extension);
            string[] old = [.. segments.Where(segment => DateTime.UtcNow - File.GetLastWriteTimeUtc(segment) > _options.Age)];
            Array.ForEach(old, File.Delete);
            if (segments.Length > old.Length)
            {
                _log.Warning($"spool: '{path}' has lines for a destination that is not configured any more; "
                    + $"configure it again to send them, or delete the folder");
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    private static UserError Unusable(string path, Exception error) => new(
        ExitCode.InvalidConfiguration, $"spool: cannot use '{path}': {error.Message} Name a folder that this user may write to");

    /// <summary>Makes a folder that is nobody else's business, and sees that one which is there is this user's.</summary>
    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
            FolderOwner.Require(path);
        }
    }

    /// <summary>Such as <c>graphite-carbon-2003</c>: where lines go, without how they are called there.</summary>
    private static string NameOf(DestinationOptions destination)
    {
        string scheme = destination.Scheme.ToString().ToLowerInvariant();
        IEnumerable<string> receivers = destination.Receivers.Select(static receiver =>
            string.Join('-', (string?[])[receiver.Host, $"{receiver.Port}", .. receiver.Instance is null ? (string[])[] : [receiver.Instance]]))
            .Order(StringComparer.Ordinal);
        string name = $"{scheme}-{string.Join('+', receivers)}";
        return new([.. name.Take(100).Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '+' ? letter : '_')]);
    }

    private static bool IsHeld(Exception error) => SystemError.CodeOf(error) is SystemError.WouldBlock or SystemError.SharingViolation;
}
