using Collector.Service;
using Collector.Service.Linux;

namespace Collector.Tests.Service.Linux;

public sealed class UnitNotesTests
{
    private static readonly ServiceDefinition s_service = new("collector", "/usr/bin/collector", ["run"]);

    [Test]
    public async Task What_is_left_to_do_is_told()
    {
        await Assert.That(UnitNotes.Of(s_service, runsAsBefore: false)).IsEquivalentTo(["to start it now: collector service start"]);
        await Assert.That(UnitNotes.Of(s_service, runsAsBefore: true))
            .IsEquivalentTo(["note: it still runs as before; to take over: collector service stop, collector service start"]);
        await Assert.That(UnitNotes.Of(s_service with { Root = "/no/such/image" }, runsAsBefore: false)).IsEmpty();
    }

    [Test]
    [Arguments("/tmp/collector", "the service has a /tmp of its own and cannot see '/tmp/collector'")]
    [Arguments("/var/tmp/x/collector", "the service has a /var/tmp of its own and cannot see '/var/tmp/x/collector'")]
    public async Task An_executable_in_a_temporary_folder_is_not_seen_by_the_service(string executable, string note) =>
        await Assert.That(UnitNotes.Of(s_service with { Executable = executable }, runsAsBefore: false).First()).Contains(note);

    [Test]
    public async Task A_file_that_the_account_cannot_read_is_named()
    {
        using TemporaryFolder image = new();
        Directory.CreateDirectory(image.File("etc"));
        string settings = image.Write("etc/collector.json", "{}");
        ServiceDefinition service = s_service with { Root = image.Path, Configuration = "/etc/collector.json" };
        OpenToAll(image.Path, image.File("etc"));
        File.SetUnixFileMode(settings, (UnixFileMode)0b110_100_000);

        await Assert.That(UnitNotes.Of(service, runsAsBefore: false)).IsEquivalentTo(
            ["note: the service's account cannot read '/etc/collector.json'; let all read it (it has no secrets): chmod o+r /etc/collector.json"]);
        await Assert.That(UnitNotes.Of(service with { Account = "metrics" }, runsAsBefore: false)).IsEmpty();

        File.SetUnixFileMode(settings, (UnixFileMode)0b110_100_100);
        await Assert.That(UnitNotes.Of(service, runsAsBefore: false)).IsEmpty();
    }

    [Test]
    public async Task A_folder_on_the_way_that_is_closed_to_the_account_is_named()
    {
        using TemporaryFolder image = new();
        image.Write("root/collector", "");
        OpenToAll(image.Path);
        File.SetUnixFileMode(image.File("root"), (UnixFileMode)0b111_000_000);
        ServiceDefinition service = s_service with { Root = image.Path, Executable = "/root/collector" };

        await Assert.That(UnitNotes.Of(service, runsAsBefore: false)).IsEquivalentTo(
            ["note: the service's account cannot reach '/root/collector', as '/root' is closed to it; move it, for example to /usr/local/bin or /etc"]);
    }

    [Test]
    public async Task A_folder_that_a_dynamic_account_cannot_write_to_is_named()
    {
        ServiceDefinition service = s_service with { WritableFolders = ["/var/lib/collector", "/srv/spool"], Root = "/no/such/image" };

        await Assert.That(UnitNotes.Of(service, runsAsBefore: false)).IsEquivalentTo(
            ["note: the service's account, which is a new one at each start, cannot write to '/srv/spool'; use /var/lib/collector, or give it an account with --account"]);
    }

    private static void OpenToAll(params string[] folders)
    {
        foreach (string folder in folders)
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }
    }
}
