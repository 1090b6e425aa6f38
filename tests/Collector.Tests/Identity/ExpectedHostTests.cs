using Collector.Identity;

namespace Collector.Tests.Identity;

public sealed class ExpectedHostTests
{
    [Test]
    [Arguments("web*", "web1", true)]
    [Arguments("web*", "WEB1", true)]
    [Arguments("web*", "db1", false)]
    [Arguments("web*,db?", "db1", true)]
    [Arguments("!golden-*", "web1", true)]
    [Arguments("!golden-*", "Golden-2026", false)]
    [Arguments("*.example.org,!golden-*", "golden-1.example.org", false)]
    [Arguments("*.example.org,!golden-*", "web1.example.org", true)]
    [Arguments("*.example.org,!golden-*", "web1", false)]
    public async Task One_pattern_has_to_match_and_none_of_those_that_are_excluded(string globs, string name, bool isExpected) =>
        await Assert.That(new ExpectedHost(globs.Split(',')).Admits(name)).IsEqualTo(isExpected);

    [Test]
    public async Task Without_a_pattern_any_name_will_do() => await Assert.That(ExpectedHost.Any.Admits("localhost")).IsTrue();
}
