using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>A disk of a few kilobytes, which fills up fast. It takes root.</summary>
internal sealed class Tmpfs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Tmpfs()
    {
    }

    public string Path => _folder.Path;

    /// <summary>Makes one; null where this process may not.</summary>
    public static Tmpfs? Mount(int kilobytes)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        Tmpfs made = new();
        string size = string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");
        if (Run("mount", "-t", "tmpfs", "-o", size, "collector-test", made.Path) == 0)
        {
            return made;
        }

        made._folder.Dispose();
        return null;
    }

    public void Dispose()
    {
        // Whatever still has a file open there keeps it until it ends.
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
