using Collector.Commands;
using Collector.Configuration;
using Collector.Reports;

namespace Collector.Tests.Commands;

/// <summary>What a filter leaves of a host, and what it finds in vain.</summary>
public sealed class FilteredReadingTests
{
    private const string Disks = " 7 0 loop0 1 0 2 3 4 0 5 6 0 7 8\n 8 0 sda 1 0 2 3 4 0 5 6 0 7 8\n 7 1 loop1 1 0 2 3 4 0 5 6 0 7 8\n";

    [Test]
    [Arguments("disk_io.read_count", "disk_io  read_count\n  sda             1\n")]
    [Arguments("disk_io[loop1].read_count", "disk_io  read_count\n  loop1           1\n")]
    [Arguments("disk_io[*].read_count,-disk_io[loop0]", "disk_io  read_count\n  sda             1\n  loop1           1\n")]
    public async Task A_table_shows_what_is_wanted(string filter, string table)
    {
        using TemporaryFolder root = Host();
        HostReading reading = Read(root, filter);

        string text = TableReport.Render("h", DateTimeOffset.UnixEpoch, reading.Readers);
        await Assert.That(text).IsEqualTo($"h  1970-01-01 00:00:00Z\n\n{table}");
        await Assert.That(string.Join('\n', reading.FilterWarnings())).IsEqualTo("");
    }

    [Test]
    public async Task Json_has_what_is_wanted()
    {
        using TemporaryFolder root = Host();
        using MemoryStream stream = new();
        JsonReport.Write(stream, "h", DateTimeOffset.UnixEpoch, Read(root, "disk_io[loop?].read_count,load.longterm").Readers);

        string json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        await Assert.That(json.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).IsEqualTo(
            """{"host":"h","time":0,"groups":{"disk_io":{"loop0":{"read_count":1},"loop1":{"read_count":1}},"load":{"longterm":0.3}},"faults":{}}""");
    }

    [Test]
    public async Task All_brings_back_what_is_left_out_by_default()
    {
        using TemporaryFolder root = Host();
        Settings settings = SettingsReader.Read(null, new System.Collections.Hashtable(), [
            new("root", [root.Path], SettingOrigin.Flag, "--root"), new("all", ["true"], SettingOrigin.Flag, "--all"),
            new("group", ["disk_io.read_count"], SettingOrigin.Flag, "--group")]);
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();

        await Assert.That(TableReport.Render("h", DateTimeOffset.UnixEpoch, reading.Readers)).Contains("loop0").And.Contains("loop1");
    }

    [Test]
    [Arguments("disk_io[foo*]", "disk_io[foo*]: no such disk here now; there are sda, loop0, loop1")]
    [Arguments("-disk_io[foo*]", "-disk_io[foo*]: no such disk here now; there are sda, loop0, loop1")]
    [Arguments("disk_io,cpu[77].user,load", "cpu[77].user: no such processor here now; there are none")]
    [Arguments("load,self", "self: only 'run' measures the collector itself")]
    [Arguments("disk_io[LOOP1]", "")]
    public async Task What_a_filter_names_in_vain_is_said(string filter, string expected)
    {
        using TemporaryFolder root = Host();
        await Assert.That(string.Join('\n', Read(root, filter).FilterWarnings())).IsEqualTo(expected);
    }

    [Test]
    public async Task A_long_list_of_what_there_is_is_cut()
    {
        using TemporaryFolder root = Host();
        root.Write("proc/diskstats", string.Concat(Enumerable.Range(0, 11).Select(number => $" 8 0 d{number} 1 0 2 3 4 0 5 6 0 7 8\n")));
        await Assert.That(Read(root, "disk_io[x]").FilterWarnings()[0])
            .IsEqualTo("disk_io[x]: no such disk here now; there are d0, d1, d2, d3, d4, d5, d6, d7 and 3 more");
    }

    [Test]
    public async Task Nothing_to_read_is_an_error_that_says_why()
    {
        using TemporaryFolder root = Host();
        UserError error = await Assert.That(() => Read(root, "self")).Throws<UserError>() ?? throw new InvalidOperationException();
        await Assert.That((error.ExitCode, error.Message))
            .IsEqualTo((ExitCode.WrongCommandLine, "--group: self: only 'run' measures the collector itself"));
    }

    [Test]
    public async Task An_instance_that_comes_later_is_filtered_too()
    {
        using TemporaryFolder root = Host();
        HostReading reading = Read(root, "disk_io[loop*].read_count,-disk_io[loop7]");
        reading.FilterWarnings();
        root.Write("proc/diskstats", Disks + " 7 7 loop7 1 0 2 3 4 0 5 6 0 7 8\n 7 8 loop8 1 0 2 3 4 0 5 6 0 7 8\n");
        reading.Read();

        await Assert.That(TableReport.Render("h", DateTimeOffset.UnixEpoch, reading.Readers))
            .IsEqualTo("h  1970-01-01 00:00:00Z\n\ndisk_io  read_count\n  loop0           1\n  loop1           1\n  loop8           1\n");
    }

    [Test]
    public async Task What_is_chosen_by_name_is_measured_if_something_is_named()
    {
        using TemporaryFolder root = Host();
        string json = root.Write("collector.json", """{ "files": ["/proc/loadavg"] }""");
        Settings settings = SettingsReader.Read(json, new System.Collections.Hashtable(), [
            new("root", [root.Path], SettingOrigin.Flag, "--root"),
            new("group", ["file.exists,port,load.longterm"], SettingOrigin.Flag, "--group")]);
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();

        await Assert.That(TableReport.Render("h", DateTimeOffset.UnixEpoch, reading.Readers)).IsEqualTo(
            "h  1970-01-01 00:00:00Z\n\nfile             exists\n  /proc/loadavg       1\n\nload  longterm\n          0.30\n");
        await Assert.That(string.Join('\n', reading.FilterWarnings()))
            .IsEqualTo("port: nothing is named; list \"ports\" in the configuration file");
    }

    [Test]
    public async Task What_is_named_on_a_host_that_cannot_tell_is_said()
    {
        using TemporaryFolder root = Host();
        string json = root.Write("collector.json", """{ "services": ["sshd"] }""");
        Settings settings = SettingsReader.Read(json, new System.Collections.Hashtable(), [
            new("root", [root.Path], SettingOrigin.Flag, "--root"), new("group", ["load,service"], SettingOrigin.Flag, "--group")]);
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();

        await Assert.That(string.Join('\n', reading.FilterWarnings()))
            .IsEqualTo("service: systemd does not run on this host, and no other service manager is known");
    }

    [Test]
    [Arguments("clock", "nothing that is measured has a name in 'collectd'; see collector list --names collectd")]
    [Arguments("load", "")]
    [Arguments("load,clock", "")]
    public async Task A_set_of_names_without_any_of_what_is_measured_is_said(string filter, string expected)
    {
        using TemporaryFolder root = Host();
        Settings settings = SettingsReader.Read(null, new System.Collections.Hashtable(), [
            new("root", [root.Path], SettingOrigin.Flag, "--root"), new("group", [filter], SettingOrigin.Flag, "--group"),
            new("names", ["collectd"], SettingOrigin.Flag, "--names")]);
        HostReading reading = HostReading.Open(settings, isLasting: false);

        await Assert.That(string.Join('\n', reading.NamelessIn([settings.NamingFor(Collector.Wire.WireKind.Graphite)])))
            .IsEqualTo(expected);
    }

    [Test]
    [Arguments(31_556_952_000ul, "365243d")]
    [Arguments(ulong.MaxValue, "213503982334601d")]
    [Arguments(86400ul, "1d 0h")]
    public async Task A_span_that_no_host_was_up_for_has_a_text(ulong seconds, string expected)
    {
        await Assert.That(HumanFormat.Value(Collector.Metrics.MetricValue.Of(seconds), "seconds")).IsEqualTo(expected);
    }

    [Test]
    public async Task A_recording_that_was_made_without_a_group_is_no_system_without_it()
    {
        using TemporaryFolder root = Host();
        root.Write("recording.json", """{ "platform": "linux", "host": "h", "time": 0, "clockTicks": 100 }""");
        await Assert.That(string.Join('\n', Read(root, "load,disk_usage,page_file").FilterWarnings()))
            .IsEqualTo("disk_usage: the recording has nothing of it");
    }

    private static TemporaryFolder Host()
    {
        TemporaryFolder root = new();
        root.Write("proc/diskstats", Disks);
        root.Write("proc/loadavg", "0.1 0.2 0.3 1/2 3\n");
        root.Write("proc/stat", "cpu 1 2 3 4 5 6 7 8 9 10\nbtime 1\n");
        return root;
    }

    private static HostReading Read(TemporaryFolder root, string filter)
    {
        Settings settings = SettingsReader.Read(null, new System.Collections.Hashtable(), [
            new("root", [root.Path], SettingOrigin.Flag, "--root"), new("group", [filter], SettingOrigin.Flag, "--group")]);
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();
        return reading;
    }
}
