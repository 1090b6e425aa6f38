using System.Globalization;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>Folders that stand for other hosts, through <c>--root</c>.</summary>
internal static class RecordedHost
{
    /// <summary>A host with so many interfaces that each tick is about as many kilobytes.</summary>
    public static string WithInterfaces(TemporaryFolder folder, int count)
    {
        StringBuilder text = new("Inter-|   Receive\n face |bytes\n");
        for (int index = 0; index < count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  if{index}: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\n");
        }

        folder.Write("root/proc/net/dev", text.ToString());
        return folder.File("root");
    }

    /// <summary>A host whose memory cannot be read, but its load and uptime can.</summary>
    public static string WithoutMemory(TemporaryFolder folder)
    {
        folder.Write("root/proc/loadavg", "0.52 0.41 0.30 2/345 6789\n");
        folder.Write("root/proc/uptime", "1234.56 2345.67\n");
        folder.Write("root/proc/meminfo", "MemTotal:       many kB\n");
        return folder.File("root");
    }
}
