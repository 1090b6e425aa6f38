using System.Text;
using Collector.Sources;
using Collector.Sources.Linux;
using CsCheck;

namespace Collector.Tests.Sources;

public sealed class MountTableTests
{
    [Test]
    public async Task Fixed_file_systems_are_measured_and_images_networks_and_memory_are_not()
    {
        await Assert.That(RecordedMounts.Select("laptop"))
            .IsEqualTo("/|/home|/tank|/tank/vm|/boot/efi|/media/me/STICK");
        await Assert.That(RecordedMounts.Table("laptop").Fault.IsNone).IsTrue();
    }

    [Test]
    public async Task The_subvolumes_of_a_btrfs_are_one_file_system()
    {
        await Assert.That(RecordedMounts.Select("btrfs")).IsEqualTo("/|/mnt/pool");
    }

    [Test]
    public async Task A_device_that_is_mounted_twice_goes_by_its_shortest_mount_point()
    {
        await Assert.That(RecordedMounts.Select("binds")).IsEqualTo("/|/data/big");
    }

    [Test]
    public async Task Its_further_mount_points_are_there_for_who_wants_them()
    {
        await Assert.That(RecordedMounts.Listed(RecordedMounts.Table("binds").Select(static (_, _) => true)))
            .IsEqualTo("/|/data/big|/chroot/log|/srv/www/html");
        await Assert.That(RecordedMounts.Listed(RecordedMounts.Table("binds").Select(static (_, isSecond) => isSecond))).IsEqualTo("");
    }

    [Test]
    public async Task Escaped_characters_come_back_and_other_backslashes_stay()
    {
        await Assert.That(RecordedMounts.Select("escapes"))
            .IsEqualTo("/|/mnt/My Disk|/mnt/Größe|/mnt/tab\tline\nend|/mnt/back\\slash#hash|/mnt/not\\09an\\escape\\");
    }

    [Test]
    public async Task A_mount_point_that_leads_elsewhere_is_not_measured()
    {
        // /data lies below a tmpfs, /mnt/inner and what is on it below /mnt; /a's device shows at another place.
        await Assert.That(RecordedMounts.Select("hidden")).IsEqualTo("/|/mnt|/mntx|/longer");
    }

    [Test]
    public async Task An_overlay_is_no_disk()
    {
        await Assert.That(RecordedMounts.Select("container")).IsEqualTo("/etc/hosts");
    }

    [Test]
    public async Task The_sound_lines_of_a_damaged_file_count()
    {
        await Assert.That(RecordedMounts.Select("damaged")).IsEqualTo("/|/data");
        await Assert.That(RecordedMounts.Table("damaged").Fault)
            .IsEqualTo(new Fault(FaultKind.Truncated, "/proc/self/mountinfo", Line: 7));
    }

    [Test]
    public async Task A_line_that_is_no_mount_is_reported_where_it_stands()
    {
        Fault fault = new MountTable("28 1 8:1 / / rw - ext4 /dev/sda1 rw\n28 1 8:1\n"u8, "f").Fault;
        await Assert.That((fault.Kind, fault.Line)).IsEqualTo((FaultKind.MissingColumn, 2));
    }

    [Test]
    public async Task An_empty_file_is_a_fault()
    {
        await Assert.That(new MountTable(default, "/proc/self/mountinfo").Fault)
            .IsEqualTo(new Fault(FaultKind.Empty, "/proc/self/mountinfo"));
    }

    [Test]
    public async Task Without_the_list_of_types_the_usual_ones_count()
    {
        await Assert.That(RecordedMounts.Select(RecordedMounts.Table("laptop"), new FixedTypes(default)))
            .IsEqualTo("/|/home|/tank|/tank/vm|/boot/efi|/media/me/STICK");
    }

    [Test]
    public async Task Mounts_that_lie_on_each_other_in_a_circle_come_to_an_end()
    {
        MountTable table = new("1 2 8:1 / /a rw - ext4 x rw\n2 1 8:2 / /b rw - ext4 y rw\n"u8, "f");
        await Assert.That(RecordedMounts.Select(table, RecordedMounts.Types)).IsEqualTo("/a|/b");
    }

    [Test]
    public void Any_mount_point_survives_the_kernels_escapes()
    {
        Gen.Byte.Where(value => value != 0).Array.Sample(path =>
        {
            StringBuilder escaped = new();
            foreach (byte value in path)
            {
                bool isSpecial = value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\\' or (byte)'#';
                escaped.Append(isSpecial ? '\\' + Convert.ToString(value, 8).PadLeft(3, '0') : ((char)value).ToString());
            }

            return MountPath.Decode(Encoding.Latin1.GetBytes(escaped.ToString())).AsSpan().SequenceEqual(path);
        });
    }
}
