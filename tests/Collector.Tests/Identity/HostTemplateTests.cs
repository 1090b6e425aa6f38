using Collector.Identity;

namespace Collector.Tests.Identity;

[NotInParallel]
public sealed class HostTemplateTests
{
    private const string Variable = "COLLECTOR_TEST_RACK";

    [Test]
    [Arguments("{hostname}", "web-1")]
    [Arguments("{fqdn}", "web-1.example.com")]
    [Arguments("{env:COLLECTOR_TEST_RACK}", "r7")]
    [Arguments("{env:COLLECTOR_TEST_RACK}-{hostname}", "r7-web-1")]
    [Arguments("{hostname}{hostname}", "web-1web-1")]
    [Arguments("vm.{hostname}.x", "vm.web-1.x")]
    [Arguments("plain", "plain")]
    [Arguments("", "")]
    public async Task Placeholders_stand_for_what_the_host_says(string text, string name)
    {
        using TemporaryFolder host = new();
        host.Write("proc/sys/kernel/hostname", "web-1\n");
        host.Write("etc/hosts", "127.0.0.1 localhost\n10.0.0.1 web-1.example.com web-1\n");
        Environment.SetEnvironmentVariable(Variable, "r7");
        HostTemplate? template = HostTemplate.Parse(text, out string fault);
        Environment.SetEnvironmentVariable(Variable, null);

        await Assert.That(fault).IsEqualTo("");
        await Assert.That(template!.NameOn(host.Path)).IsEqualTo(name);
        await Assert.That(template.FollowsSystem).IsEqualTo(text.Contains("{hostname}") || text.Contains("{fqdn}"));
    }

    [Test]
    public async Task Without_a_template_the_whole_name_is_taken()
    {
        using TemporaryFolder host = new();
        host.Write("proc/sys/kernel/hostname", "web-1\n");
        host.Write("etc/hosts", "10.0.0.1 web-1.example.com web-1\n");

        await Assert.That(HostTemplate.Default.NameOn(host.Path)).IsEqualTo("web-1.example.com");
    }

    [Test]
    [Arguments("{hostnam}", "there is no {hostnam}; did you mean '{hostname}'?")]
    [Arguments("{}", "there is no {}; there are {hostname}, {fqdn}, {env:NAME}")]
    [Arguments("{env:COLLECTOR_TEST_NONE}", "{env:COLLECTOR_TEST_NONE}: the environment has no variable 'COLLECTOR_TEST_NONE', or it is empty")]
    [Arguments("{env:}", "{env:}: the environment has no variable '', or it is empty")]
    [Arguments("{hostname", "'{hostname' has a brace without its other one; write for example {hostname}")]
    [Arguments("a}b", "'a}b' has a brace without its other one; write for example {hostname}")]
    [Arguments("{hostname}}", "'{hostname}}' has a brace without its other one; write for example {hostname}")]
    public async Task A_mistake_is_named_with_what_to_write(string text, string message)
    {
        HostTemplate? template = HostTemplate.Parse(text, out string fault);

        await Assert.That(template).IsNull();
        await Assert.That(fault).IsEqualTo(message);
    }
}
