using System.Runtime.Versioning;

namespace Collector.Service.Linux;

/// <summary>What may keep a unit from working as it should, and what is left to do.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnitNotes
{
    private static readonly string[] s_temporary = ["/tmp", "/var/tmp"];

    /// <param name="definition">The service.</param>
    /// <param name="runsAsBefore">Whether it runs, and not as it would by now.</param>
    public static IEnumerable<string> Of(ServiceDefinition definition, bool runsAsBefore)
    {
        if (Array.Find(s_temporary, folder => definition.Executable.StartsWith(folder + "/", StringComparison.Ordinal)) is string temporary)
        {
            yield return $"note: the service has a {temporary} of its own and cannot see '{definition.Executable}'; "
                + "copy it to /usr/local/bin and install it from there";
        }

        if (definition.Account is null)
        {
            foreach (string? path in (string?[])[definition.Executable, definition.Configuration])
            {
                if (path is not null && Obstacle(definition.Root ?? "/", path) is string obstacle)
                {
                    yield return $"note: the service's account cannot {obstacle}";
                }
            }

            foreach (string folder in definition.WritableFolders.Where(folder => !SystemdUnit.IsOwn(definition.Name, folder)))
            {
                yield return $"note: the service's account, which is a new one at each start, cannot write to '{folder}'; "
                    + $"use {SystemdUnit.StateFolder}/{definition.Name}, or give it an account with --account";
            }
        }

        if (runsAsBefore)
        {
            yield return $"note: it still runs as before; to take over: collector service stop, collector service start";
        }
        else if (definition.Root is null)
        {
            yield return "to start it now: collector service start";
        }
    }

    /// <summary>What keeps an account without rights from reading a file, and how to mend it; null if nothing does.</summary>
    private static string? Obstacle(string root, string path)
    {
        for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (!IsForAll(root, path[..slash], UnixFileMode.OtherExecute))
            {
                return $"reach '{path}', as '{path[..slash]}' is closed to it; move it, for example to /usr/local/bin or /etc";
            }
        }

        return IsForAll(root, path, UnixFileMode.OtherRead) ? null : $"read '{path}'; let all read it (it has no secrets): chmod o+r {path}";
    }

    private static bool IsForAll(string root, string path, UnixFileMode right)
    {
        try
        {
            return (File.GetUnixFileMode(Path.Combine(root, path.TrimStart('/'))) & right) != 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is not there is told by others.
            return true;
        }
    }
}
