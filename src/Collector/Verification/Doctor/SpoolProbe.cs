using Collector.Configuration;

namespace Collector.Verification;

/// <summary>Can lines wait on the disk, and is there room for them?</summary>
internal static class SpoolProbe
{
    private const string Name = "spool";
    private const string Expect = "can be written to, with room for what it may take";

    public static CheckResult Run(Settings settings)
    {
        if (settings.Spool is not string folder)
        {
            return Diagnosis.Skipped(Name, Expect, "lines wait in memory; name a folder with spool to keep them over a restart");
        }

        if (FolderAccess.Fault(folder) is string fault)
        {
            return Diagnosis.Failed(Name, Expect, fault, "give its user the right to write there, or name another folder");
        }

        long wanted = settings.SpoolBytes * Math.Max(1, settings.Destinations.Sum(static options => options.Receivers.Count));
        long free = FreeBytes(folder);
        return free < wanted
            ? Diagnosis.Warned(Name, Expect, $"'{folder}' has room for {ByteSize.Format(free)}; it may take up to {ByteSize.Format(wanted)}",
                "lower spool-size, or make room; when the disk is full lines wait in memory")
            : Diagnosis.Passed(Name, Expect, $"'{folder}' can be written to");
    }

    private static long FreeBytes(string folder)
    {
        string path = Path.GetFullPath(folder);
        while (!Directory.Exists(path))
        {
            path = Path.GetDirectoryName(path)!;
        }

        try
        {
            return new DriveInfo(path).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return long.MaxValue;
        }
    }
}
