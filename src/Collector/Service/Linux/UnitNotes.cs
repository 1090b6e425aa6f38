using System.Runtime.Versioning;

namespace Collector.Service.Linux;

/// <summary>What may keep a unit from working as it should, and what is left to do.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnitNotes
{
    private const UnixFileMode ForAll = UnixFileMode.OtherRead;

    private static readonly string[] s_temporary = ["/tmp", "/var/tmp"];

    /// <param name="definition">The service.</param>
    /// <param name="runsAsBefore">Whether it runs, and not as it would by now.</param>
    public static IEnumerable<string> Of(ServiceDefinition definition, bool runsAsBefore)
    {
        if (Array.Exists(s_temporary, folder => definition.Executable.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            yield return $"note: the service has a {definition.Executable.Split('/')[1]} folder of its own and cannot see '{definition.Executable}'; "
                + "copy it to /usr/local/bin and install it from there";
        }

        if (definition.Account is null)
        {
            string root = definition.Root ?? "/";
            foreach (string? path in (string?[])[definition.Executable, definition.Configuration])
            {
                if (path is not null && !IsForAll(Path.Combine(root, path.TrimStart('/'))))
                {
                    yield return $"note: the service's account cannot read '{path}'; let all read it (it has no secrets): chmod o+r {path}";
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

    private static bool IsForAll(string path)
    {
        try
        {
            return (File.GetUnixFileMode(path) & ForAll) != 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is not there is told by others.
            return true;
        }
    }
}
