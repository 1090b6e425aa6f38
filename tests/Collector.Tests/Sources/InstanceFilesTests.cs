using System.Text;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Tests.Sources;

/// <summary>A small file for each instance.</summary>
public sealed class InstanceFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("collector-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Each_instance_has_the_file_of_its_name()
    {
        InstanceFiles files = Open(mayBeMissing: false);
        Write("sda", "1\n");
        Write("cciss!c0d0", "2\n");
        Instance first = Named("sda", 0);
        Instance second = Named("cciss/c0d0", 5);

        await Assert.That(Read(files, first)).IsEqualTo("1\n");
        await Assert.That(Read(files, second)).IsEqualTo("2\n");
        Write("sda", "3\n");
        await Assert.That(Read(files, first)).IsEqualTo("3\n");
    }

    [Test]
    public async Task A_missing_file_is_a_fault_until_it_is_there()
    {
        InstanceFiles files = Open(mayBeMissing: false);
        Instance disk = Named("sda", 0);

        await Assert.That(Read(files, disk)).Contains("cannot read").And.Contains("/sys/sda/size");
        Write("sda", "1\n");
        await Assert.That(Read(files, disk)).IsEqualTo("1\n");
    }

    [Test]
    public async Task A_file_that_may_be_missing_is_looked_for_again_when_the_instance_is_new()
    {
        InstanceFiles files = Open(mayBeMissing: true);
        Instance disk = Named("sda", 0);

        await Assert.That(Read(files, disk)).IsEqualTo("");
        Write("sda", "1\n");
        await Assert.That(Read(files, disk)).IsEqualTo("");
        await Assert.That(Read(files, Named("sda", 0))).IsEqualTo("1\n");
    }

    [Test]
    public async Task A_slot_that_another_instance_takes_over_has_another_file()
    {
        InstanceFiles files = Open(mayBeMissing: false);
        Write("sda", "1\n");
        Write("sdb", "2\n");

        await Assert.That(Read(files, Named("sda", 0))).IsEqualTo("1\n");
        await Assert.That(Read(files, Named("sdb", 0))).IsEqualTo("2\n");
    }

    [Test]
    public async Task An_open_file_costs_no_memory()
    {
        InstanceFiles files = Open(mayBeMissing: false);
        Write("sda", "1\n");
        Instance disk = Named("sda", 0);
        files.Read(disk, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        files.Read(disk, out _);
        string path = files.PathOf(disk);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        await Assert.That(allocated).IsEqualTo(0);
        await Assert.That(path).EndsWith("/sys/sda/size");
    }

    private static Instance Named(string name, int slot) => new(Encoding.UTF8.GetBytes(name), name, slot);

    private static string Read(InstanceFiles files, Instance instance)
    {
        string text = Encoding.UTF8.GetString(files.Read(instance, out Fault fault));
        return fault.IsNone ? text : fault.ToString();
    }

    private InstanceFiles Open(bool mayBeMissing) => new(new(_root), "/sys/", "/size", mayBeMissing);

    private void Write(string name, string text)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, "sys", name)).FullName;
        File.WriteAllText(Path.Combine(folder, "size"), text);
    }
}
