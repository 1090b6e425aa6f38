namespace Collector.Tests.Commands;

/// <summary>What is made of the version that the build has written into the executable.</summary>
public sealed class BuildVersionTests
{
    [Test]
    [Arguments("0.1.0+5c5e637385b2", "0.1.0 (commit 5c5e637385b2)")]
    [Arguments("0.1.0+5c5e637385b2-changed", "0.1.0 (commit 5c5e637385b2, with changes)")]
    [Arguments("0.1.0", "0.1.0 (built outside git)")]
    public async Task It_tells_the_commit_or_that_there_is_none(string informational, string text) =>
        await Assert.That(BuildVersion.Describe(informational)).IsEqualTo(text);
}
