using System.Diagnostics;
using Collector.Sources;

namespace Collector.Tests.Sources;

public sealed class HostNameTests
{
    [Test]
    [Arguments("web7", "127.0.1.1 web7.example.com web7\n", "web7.example.com")]
    [Arguments("web7", "127.0.1.1\tweb7 web7.example.com # order\n", "web7.example.com")]
    [Arguments("WEB7", "10.0.0.7  web7.Example.com\tweb7\r\n", "web7.Example.com")]
    [Arguments("web7", "127.0.0.1 localhost web7\n10.0.0.7 web7.example.com web7", "web7.example.com")]
    [Arguments("web7", "127.0.0.1 localhost.localdomain localhost web7\n", "web7")]
    [Arguments("web7", "# 10.0.0.7 web7.example.com web7\n", "web7")]
    [Arguments("web7", "10.0.0.8 web71.example.com web71\n\n10.0.0.9\n", "web7")]
    [Arguments("web7", "10.0.0.7 web7. web7\n", "web7")]
    [Arguments("web7", "", "web7")]
    [Arguments("web7.corp", "10.0.0.7 web7.example.com web7.corp\n", "web7.corp")]
    public async Task A_short_name_is_completed_by_the_hosts_file(string name, string hosts, string expected)
    {
        await Assert.That(HostNameFiles.Qualify(name, hosts)).IsEqualTo(expected);
    }

    [Test]
    [Arguments("# who am I\n\n  web7 \n", "web7")]
    [Arguments("\n", "")]
    public async Task The_hostname_file_has_one_name_and_comments(string text, string expected)
    {
        await Assert.That(HostNameFiles.FirstName(text)).IsEqualTo(expected);
    }

    [Test]
    public async Task Another_hosts_name_is_what_its_files_say()
    {
        using MountedHost host = new();
        host.Write("proc/sys/kernel/hostname", "web8\n");
        host.Write("etc/hosts", "10.0.0.7 web7.example.com web7\n10.0.0.8 web8.example.com web8\n");
        await Assert.That(HostName.Current(host.Root)).IsEqualTo("web8.example.com");

        host.Write("etc/hostname", "web7\n");
        await Assert.That(HostName.Current(host.Root + "/")).IsEqualTo("web7.example.com");
    }

    [Test]
    public async Task A_folder_without_a_name_has_this_hosts()
    {
        using MountedHost host = new();
        await Assert.That(HostName.Current(host.Root)).IsEqualTo(HostName.Current());
    }

    [Test]
    public async Task This_hosts_name_begins_with_its_node_name()
    {
        using Process uname = Process.Start(new ProcessStartInfo("uname", "-n") { RedirectStandardOutput = true })!;
        string node = (await uname.StandardOutput.ReadToEndAsync()).Trim();
        string hosts = await File.ReadAllTextAsync("/etc/hosts");
        await Assert.That(HostName.Current("/")).IsEqualTo(HostNameFiles.Qualify(node, hosts));
    }
}
