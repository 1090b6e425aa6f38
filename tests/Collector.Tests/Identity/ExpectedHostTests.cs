using Collector.Identity;

namespace Collector.Tests.Identity;

public sealed class ExpectedHostTests
{
    [Test]
    [Arguments("", "anything", true)]
    [Arguments("web-*", "web-1", true)]
    [Arguments("web-*", "WEB-1.example.com", true)]
    [Arguments("web-*", "db-1", false)]
    [Arguments("web-*,db-*", "db-1", true)]
    [Arguments("!golden-*", "golden-7", false)]
    [Arguments("!golden-*", "Golden-7", false)]
    [Arguments("!golden-*", "web-1", true)]
    [Arguments("!golden-*,!localhost", "localhost", false)]
    [Arguments("web-*,!web-golden", "web-golden", false)]
    [Arguments("!web-golden,web-*", "web-golden", false)]
    [Arguments("web-*,!web-golden", "web-2", true)]
    [Arguments("web-*,!golden-*", "db-1", false)]
    [Arguments("web-?", "web-10", false)]
    public async Task One_of_the_globs_has_to_match_and_none_with_an_exclamation_mark(string globs, string name, bool isAdmitted)
    {
        ExpectedHost expected = new(globs.Split(',', StringSplitOptions.RemoveEmptyEntries));

        await Assert.That(expected.Admits(name)).IsEqualTo(isAdmitted);
        await Assert.That(expected.ToString()).IsEqualTo(globs);
    }
}
