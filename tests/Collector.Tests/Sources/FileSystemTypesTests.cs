using Collector.Metrics;
using Collector.Sources;
using Collector.Tests.Sources.Linux;

namespace Collector.Tests.Sources;

public sealed class FileSystemTypesTests
{
    [Test]
    public async Task Each_mount_has_its_type()
    {
        using LinuxHost host = new();
        host.Write(
            "proc/1/mountinfo",
            "22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n23 22 8:2 / /my\\040data rw - xfs /dev/sdb1 rw\n24 22 0:5 / /run rw - tmpfs none rw\n");

        IReadOnlyDictionary<string, string> types = FileSystemTypes.Read(host.Context, Platform.Linux, []);

        await Assert.That(types.Count).IsEqualTo(3);
        await Assert.That(types["/"]).IsEqualTo("ext4");
        await Assert.That(types["/my data"]).IsEqualTo("xfs");
        await Assert.That(types["/run"]).IsEqualTo("tmpfs");
    }

    [Test]
    public async Task A_mount_that_lies_over_another_gives_the_type()
    {
        using LinuxHost host = new();
        host.Write(
            "proc/1/mountinfo",
            "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n23 22 8:2 / /data rw - xfs /dev/sdb1 rw\n24 23 0:5 / /data rw - tmpfs none rw\n");

        await Assert.That(FileSystemTypes.Read(host.Context, Platform.Linux, [])["/data"]).IsEqualTo("tmpfs");
    }

    [Test]
    public async Task What_no_file_says_is_not_known()
    {
        using LinuxHost host = new();

        await Assert.That(FileSystemTypes.Read(host.Context, Platform.Linux, ["/"]).Count).IsEqualTo(0);
        await Assert.That(FileSystemTypes.Read(host.Context, Platform.Windows, [@"C:\"]).Count).IsEqualTo(0);
    }
}
