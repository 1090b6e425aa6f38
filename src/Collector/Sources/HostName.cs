using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Collector.Interop;
using Collector.Sources.Recordings;

namespace Collector.Sources;

/// <summary>What a host is called, fully qualified as far as the host itself knows.</summary>
/// <remarks>It is never looked up in the DNS: that may hang, and may answer something else tomorrow.</remarks>
internal static unsafe class HostName
{
    private const string Nameless = "localhost";

    /// <summary>This host's name, read anew in each call.</summary>
    public static string Current() => OperatingSystem.IsWindows() ? ComputerName() : Current("/");

    /// <param name="root">The folder that stands for <c>/</c>; another host's name is what its files say.</param>
    public static string Current(string root)
    {
        string folder = root.TrimEnd('/');
        if (folder.Length == 0)
        {
            return OperatingSystem.IsWindows() ? ComputerName() : HostNameFiles.Qualify(NodeName(), ReadText("/etc/hosts"));
        }

        if (Recording.Find(folder) is Recording recording)
        {
            return recording.Host;
        }

        string name = HostNameFiles.FirstName(ReadText(folder + "/etc/hostname"));
        if (name.Length == 0)
        {
            name = HostNameFiles.FirstName(ReadText(folder + "/proc/sys/kernel/hostname"));
        }

        return name.Length == 0 ? Current() : HostNameFiles.Qualify(name, ReadText(folder + "/etc/hosts"));
    }

    private static string NodeName()
    {
        Libc.UTSNAME system;
        if (!OperatingSystem.IsLinux() || Libc.uname(&system) != 0)
        {
            return Environment.MachineName;
        }

        string name = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(system.nodename));
        return name.Length == 0 ? Nameless : name;
    }

    [SupportedOSPlatform("windows")]
    private static string ComputerName()
    {
        const uint Longest = 1024;
        char* name = stackalloc char[(int)Longest];
        uint length = Longest;
        bool isKnown = Kernel32.GetComputerNameExW(Kernel32.ComputerNameDnsFullyQualified, name, &length) != 0;
        return isKnown && length > 0 ? new(name, 0, (int)length) : Environment.MachineName;
    }

    private static string ReadText(string path)
    {
        try
        {
            return RegularFile.ReadText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
