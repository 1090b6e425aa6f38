using System.Runtime.Versioning;
using System.Text;

namespace Collector.Service.Linux;

/// <summary>The file that describes a service to systemd, here or in an image.</summary>
/// <param name="root">The folder that stands for <c>/</c>.</param>
/// <param name="name">The service.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class UnitFile(string root, string name)
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = System.IO.Path.Combine(root, SystemdUnit.Folder.TrimStart('/'));

    /// <summary>Where it is on the host that runs it.</summary>
    public string Path { get; } = $"{SystemdUnit.Folder}/{name}.service";

    public bool Exists => File.Exists(FullPath);

    /// <summary>Whether the service starts with the image's hosts.</summary>
    public bool IsEnabled => new FileInfo(LinkPath).LinkTarget == Path;

    private string FullPath => System.IO.Path.Combine(_folder, $"{name}.service");

    private string LinkPath => System.IO.Path.Combine(_folder, "multi-user.target.wants", $"{name}.service");

    /// <summary>Whether it is there and says just this.</summary>
    /// <exception cref="UserError">It cannot be read.</exception>
    public bool Says(string text) => Attempt("read", () => File.Exists(FullPath) && File.ReadAllText(FullPath) == text);

    /// <summary>Writes it, if it is not there or says something else. Whoever reads it meanwhile finds all of the old or of the new one.</summary>
    /// <exception cref="UserError">It cannot be written.</exception>
    public bool Write(string text) => Attempt("write", () =>
    {
        if (Says(text))
        {
            return false;
        }

        Directory.CreateDirectory(_folder);
        string next = FullPath + ".new";
        File.Delete(next);
        using (FileStream file = new(next, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Mode }))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(next, FullPath, overwrite: true);
        return true;
    });

    /// <summary>Has the service started with the image's hosts, as <c>systemctl enable</c> would.</summary>
    /// <exception cref="UserError">It cannot be.</exception>
    public bool Enable() => Attempt("write", () =>
    {
        if (IsEnabled)
        {
            return false;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(LinkPath)!);
        File.Delete(LinkPath);
        File.CreateSymbolicLink(LinkPath, Path);
        return true;
    });

    /// <exception cref="UserError">It cannot be removed.</exception>
    public void Delete() => Attempt("remove", () =>
    {
        File.Delete(FullPath);
        return true;
    });

    private bool Attempt(string what, Func<bool> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                error is UnauthorizedAccessException ? ExitCode.NoPermission : ExitCode.InputOutput,
                $"cannot {what} '{FullPath}': {error.Message}");
        }
    }
}
