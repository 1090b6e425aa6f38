using Collector.Identity;

namespace Collector.Tests.Identity;

public sealed class HostTemplateTests
{
    private const string Variable = "COLLECTORTEST_POOL";

    [Test]
    [Arguments("web1", "web1")]
    [Arguments("{fqdn}", "fern.example.org")]
    [Arguments("{hostname}", "fern")]
    [Arguments("ci-{hostname}-{fqdn}", "ci-fern-fern.example.org")]
    public async Task Placeholders_stand_for_the_systems_name(string text, string expected)
    {
        using TemporaryFolder root = new();
        Directory.CreateDirectory(root.File("etc"));
        root.Write("etc/hostname", "fern.example.org\n");

        await Assert.That(HostTemplate.Parse(text, out string _)!.NameOn(root.Path)).IsEqualTo(expected);
    }

    [Test]
    public async Task A_variable_is_looked_up_once_and_what_it_holds_is_no_template()
    {
        Environment.SetEnvironmentVariable(Variable, "b{1}");
        HostTemplate template = HostTemplate.Parse($"x-{{env:{Variable}}}", out string _)!;
        Environment.SetEnvironmentVariable(Variable, null);

        await Assert.That(template.NameOn("/")).IsEqualTo("x-b{1}");
        await Assert.That(template.FollowsSystem).IsFalse();
    }

    [Test]
    [Arguments("{hostnam}", "there is no {hostnam}; did you mean '{hostname}'?")]
    [Arguments("{env:COLLECTORTEST_NONE}", "{env:COLLECTORTEST_NONE}: the environment has no variable 'COLLECTORTEST_NONE', or it is empty")]
    [Arguments("{env:}", "{env:}: the environment has no variable '', or it is empty")]
    [Arguments("a{hostname", "'a{hostname' has a brace without its other one; write for example {hostname}")]
    [Arguments("hostname}", "'hostname}' has a brace without its other one; write for example {hostname}")]
    public async Task A_mistake_is_named(string text, string expected)
    {
        await Assert.That(HostTemplate.Parse(text, out string fault)).IsNull();
        await Assert.That(fault).IsEqualTo(expected);
    }
}
