using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources;

public sealed class FileSystemsSourceTests
{
    /// <summary>What other processes may write between two looks at a disk.</summary>
    private const double Moving = 256 << 20;

    private const int NoSuchFile = 2;

    [Test]
    public async Task The_root_of_this_host_has_the_space_that_the_runtime_sees()
    {
        FileSystemsSource source = new(new("/"));
        FileSystems[] rows = source.Read(out Fault fault).ToArray();
        int index = Array.FindIndex([.. Enumerable.Range(0, rows.Length)], row => source.Name(row) == "/");
        DriveInfo expected = new("/");

        // In a container the root is an overlay, which has no disk of its own.
        await Assert.That(index >= 0).IsEqualTo(expected.DriveFormat is not ("overlay" or "overlayfs" or "tmpfs"));
        if (index >= 0)
        {
            await Assert.That(fault.ToString()).IsEqualTo("no fault");
            await Assert.That(rows[index].TotalBytes).IsEqualTo((ulong)expected.TotalSize);
            await Assert.That((double)rows[index].AvailableBytes).IsEqualTo(expected.AvailableFreeSpace).Within(Moving);
            await Assert.That((double)rows[index].UsedBytes)
                .IsEqualTo(expected.TotalSize - expected.TotalFreeSpace).Within(Moving);
        }
    }

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task A_steady_read_allocates_nothing(bool isWatched)
    {
        FileSystemsSource source = new(new("/")) { IsWatched = isWatched };
        source.Read(out _);
        source.Read(out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int read = 0; read < 1000; read++)
        {
            int count = source.Read(out _).Length;
            for (int row = 0; row < count; row++)
            {
                source.Key(row);
            }
        }

        await Assert.That(GC.GetAllocatedBytesForCurrentThread() - before).IsEqualTo(0);
    }

    [Test]
    public async Task An_unusual_mount_is_forgotten_when_it_has_gone()
    {
        using MountedHost host = new("+disk_usage[*]");
        host.CreateFolder("layer");
        host.Write("proc/1/mountinfo", MountedHost.Mount(1, "/") + MountedHost.Mount(2, "/layer", "overlay"));
        await Assert.That(host.Read(out _)).IsEqualTo("/|/layer");
        await Assert.That(host.Filter.IsUnusual("/layer")).IsTrue();

        host.Write("proc/1/mountinfo", MountedHost.Mount(1, "/"));
        await Assert.That(host.Read(out _)).IsEqualTo("/");
        await Assert.That(host.Filter.IsUnusual("/layer")).IsFalse();
    }

    [Test]
    public async Task Another_hosts_mounts_are_those_of_its_first_process_below_its_root()
    {
        using MountedHost host = new();
        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/of-self"));
        host.Write("proc/1/mountinfo", MountedHost.Mount(1, "/") + MountedHost.Mount(2, @"/my\040disk"));
        host.CreateFolder("my disk");

        await Assert.That(host.Read(out Fault fault)).IsEqualTo("/|/my disk");
        await Assert.That(host.Key(1)).IsEqualTo("/my disk");
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task A_mount_that_fails_is_left_out_and_the_others_go_on()
    {
        using MountedHost host = new();
        host.Write("proc/self/mountinfo", MountedHost.Mount(2, "/gone") + MountedHost.Mount(3, "/there"));
        host.CreateFolder("there");

        await Assert.That(host.Read(out Fault fault)).IsEqualTo("/there");
        await Assert.That(host.Key(0)).IsEqualTo("/there");
        await Assert.That(fault).IsEqualTo(new Fault(FaultKind.CallFailed, "statfs(/gone)", NoSuchFile));
    }

    [Test]
    public async Task A_single_file_that_is_mounted_is_no_file_system()
    {
        using MountedHost host = new();
        host.Write("etc/hosts", "");
        host.Write("proc/self/mountinfo", MountedHost.Mount(2, "/etc/hosts"));

        await Assert.That(host.Read(out Fault fault)).IsEqualTo("");
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    [Arguments("", "/")]
    [Arguments("+disk_usage[/proc]", "/|/proc")]
    [Arguments("disk_usage[/p*]", "/proc")]
    [Arguments("+disk_usage[/nfs]", "/|/nfs")]
    [Arguments("-disk_usage[/]", "")]
    [Arguments("disk_usage", "/")]
    public async Task Only_what_is_wanted_is_asked(string filter, string mounts)
    {
        using MountedHost host = new(filter);
        host.CreateFolder("proc");
        host.CreateFolder("nfs");
        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/") + MountedHost.Mount(2, "/proc", "proc")
            + MountedHost.Mount(3, "/nfs", "nfs4"));

        await Assert.That(host.Read(out Fault fault)).IsEqualTo(mounts);
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task Unwatched_it_sees_a_new_mount_at_once()
    {
        using MountedHost host = new();
        host.CreateFolder("new");
        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/"));
        await Assert.That(host.Read(out _)).IsEqualTo("/");

        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/") + MountedHost.Mount(2, "/new"));
        await Assert.That(host.Read(out _)).IsEqualTo("/|/new");
    }

    [Test]
    public async Task Watched_it_looks_again_only_when_told()
    {
        using MountedHost host = new();
        host.CreateFolder("new");
        host.Source.IsWatched = true;
        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/"));
        await Assert.That(host.Source.WatchDescriptor).IsNull();
        host.Read(out _);
        await Assert.That(host.Source.WatchDescriptor).IsNotNull();

        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/") + MountedHost.Mount(2, "/new"));
        await Assert.That(host.Read(out _)).IsEqualTo("/");

        host.Source.Invalidate();
        await Assert.That(host.Read(out _)).IsEqualTo("/|/new");
    }

    [Test]
    public async Task A_host_without_mountinfo_says_so_until_it_has_one()
    {
        using MountedHost host = new();
        await Assert.That(host.Read(out Fault fault)).IsEqualTo("");
        await Assert.That(fault).IsEqualTo(new Fault(FaultKind.Unreadable, $"{host.Root}/proc/self/mountinfo", NoSuchFile));

        host.Write("proc/self/mountinfo", MountedHost.Mount(1, "/"));
        await Assert.That(host.Read(out fault)).IsEqualTo("/");
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task The_context_knows_who_wants_to_be_told_of_changes()
    {
        SourceContext context = new("/");
        FileSystemsSource source = new(context);
        await Assert.That(context.Watched.Single()).IsSameReferenceAs(source);
    }
}
