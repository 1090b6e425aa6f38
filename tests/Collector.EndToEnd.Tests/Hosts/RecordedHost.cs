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

    /// <summary>A host that has something of every group, whatever the machine that runs the tests has.</summary>
    public static string WithEverything(TemporaryFolder folder)
    {
        folder.Write("root/proc/stat", "cpu  300 6 90 3000 12 0 3 0 0 0\ncpu0 300 6 90 3000 12 0 3 0 0 0\n");
        folder.Write("root/proc/meminfo", """
            MemTotal:       16303456 kB
            MemFree:         1234568 kB
            MemAvailable:    9876540 kB
            SwapTotal:       8388604 kB
            SwapFree:        8000000 kB

            """);
        folder.Write("root/proc/filesystems", "nodev\tproc\n\text4\n");
        folder.Write("root/proc/1/mountinfo", "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n");
        folder.Write("root/proc/diskstats", "   8       0 sda 812345 1234 55667788 123456 345678 2345 66778899 234567 0 99887 333444\n");
        folder.Write("root/proc/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\n");
        folder.Write("root/proc/loadavg", "0.52 0.41 0.30 2/345 6789\n");
        folder.Write("root/proc/uptime", "1234.56 2345.67\n");
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
