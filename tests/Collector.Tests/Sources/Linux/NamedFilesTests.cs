using Collector.Sources;

namespace Collector.Tests.Sources.Linux;

public sealed class NamedFilesTests
{
    [Test]
    public async Task A_file_has_a_size_and_an_age_and_a_folder_has_entries()
    {
        using LinuxHost host = new(LinuxHost.Files("/var/log/app.log", "/var/spool", "/no/such", "/var/log/app.log/within"));
        host.Write("var/log/app.log", "12345").Write("var/spool/a", "").Write("var/spool/.b", "").Write("var/spool/c/d", "");
        File.SetLastWriteTimeUtc(host.PathOf("var/log/app.log"), DateTime.UtcNow.AddHours(-1));
        NamedFilesSource source = new(host.Context);
        NamedFiles[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("/var/log/app.log|/var/spool|/no/such|/var/log/app.log/within");
        await Assert.That(rows[0].AgeSeconds!.Value).IsEqualTo(3600).Within(60);
        await Assert.That(rows[0] with { AgeSeconds = null }).IsEqualTo(new NamedFiles { Exists = 1, Bytes = 5 });
        await Assert.That(rows[1] with { AgeSeconds = null }).IsEqualTo(new NamedFiles { Exists = 1, Entries = 3 });
        await Assert.That(rows[2]).IsEqualTo(new NamedFiles());
        await Assert.That(rows[3]).IsEqualTo(new NamedFiles());
    }

    [Test]
    public async Task A_file_that_nobody_can_look_at_is_left_out_with_the_reason()
    {
        using LinuxHost host = new(LinuxHost.Files("/loop", "/fine"));
        host.Link("loop", "loop").Write("fine", "");
        NamedFilesSource source = new(host.Context);
        NamedFiles[] rows = host.Read(source, out Fault fault);

        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("/fine");
        await Assert.That(fault.ToString()).StartsWith("stat(/loop) failed: Too many levels of symbolic links");
    }

    [Test]
    public async Task A_large_folder_is_counted_again_when_it_changes()
    {
        using LinuxHost host = new(LinuxHost.Files("/spool"));
        for (int file = 0; file < 1500; file++)
        {
            host.Write($"spool/{file}", "");
        }

        Directory.SetLastWriteTimeUtc(host.PathOf("spool"), DateTime.UtcNow.AddMinutes(-5));
        NamedFilesSource source = new(host.Context);
        await Assert.That(host.Read(source, out _).Single().Entries).IsEqualTo(1500ul);
        await Assert.That(host.Read(source, out _).Single().Entries).IsEqualTo(1500ul);

        host.Remove("spool/7");
        await Assert.That(host.Read(source, out _).Single().Entries).IsEqualTo(1499ul);
        host.Remove("spool/8");
        await Assert.That(host.Read(source, out _).Single().Entries).IsEqualTo(1498ul);
    }
}
