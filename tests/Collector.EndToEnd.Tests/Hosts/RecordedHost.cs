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
        folder.Write("root/proc/stat", """
            cpu  300 6 90 3000 12 0 3 0 0 0
            cpu0 300 6 90 3000 12 0 3 0 0 0
            intr 3456 1 2 3
            ctxt 45678
            btime 1699998765
            processes 789
            procs_running 2
            procs_blocked 0

            """);
        folder.Write("root/proc/meminfo", """
            MemTotal:       16303456 kB
            MemFree:         1234568 kB
            MemAvailable:    9876540 kB
            Buffers:          234567 kB
            Cached:          4567890 kB
            SwapCached:        12345 kB
            SwapTotal:       8388604 kB
            SwapFree:        8000000 kB
            SReclaimable:     345678 kB
            SUnreclaim:       123456 kB
            CommitLimit:    16540332 kB
            Committed_AS:    5678901 kB

            """);
        folder.Write("root/proc/filesystems", "nodev\tproc\n\text4\n");
        folder.Write("root/proc/1/mountinfo", "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n");
        folder.Write("root/proc/diskstats", "   8       0 sda 812345 1234 55667788 123456 345678 2345 66778899 234567 0 99887 333444\n");
        folder.Write("root/proc/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\n");
        folder.Write("root/proc/loadavg", "0.52 0.41 0.30 2/345 6789\n");
        folder.Write("root/proc/uptime", "1234.56 2345.67\n");
        folder.Write("root/proc/vmstat", "pgpgin 1234\npgpgout 2345\npswpin 3\npswpout 4\npgfault 56789\npgmajfault 67\n");
        folder.Write("root/proc/swaps", "Filename Type Size Used Priority\n/swapfile file 8388604 388604 -2\n");
        folder.Write("root/proc/sys/fs/file-nr", "1234 0 9223372036854775807\n");
        folder.Write("root/proc/1/stat", "1 (init) S 0 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 9 170000000 3000\n");
        AddNetwork(folder);
        return folder.File("root");
    }

    private static void AddNetwork(TemporaryFolder folder)
    {
        const string Sockets = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        folder.Write("root/proc/net/tcp", Sockets + "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20000 1\n");
        folder.Write("root/proc/net/tcp6", Sockets);
        folder.Write("root/proc/net/udp", Sockets);
        folder.Write("root/proc/net/udp6", Sockets);
        folder.Write("root/proc/net/sockstat", "sockets: used 200\nTCP: inuse 1 orphan 0 tw 0 alloc 2 mem 1\nUDP: inuse 3 mem 1\n");
        folder.Write("root/proc/net/netstat", "TcpExt: ListenOverflows ListenDrops\nTcpExt: 5 6\n");
        folder.Write("root/proc/net/snmp", """
            Tcp: ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts
            Tcp: 11 12 13 14 1 1500 1600 17 18 19
            Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors
            Udp: 21 22 23 24 25 26

            """);
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
