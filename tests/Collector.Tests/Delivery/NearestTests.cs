using Collector.Configuration;

namespace Collector.Tests.Delivery;

public sealed class NearestTests
{
    private static readonly string[] s_known = ["interval", "prefix", "host", "to", "groups"];

    [Test]
    [Arguments("intervall", "interval")]
    [Arguments("Prefix", "prefix")]
    [Arguments("hsot", "host")]
    [Arguments("group", "groups")]
    [Arguments("ot", "to")]
    public async Task A_typo_finds_its_word(string typo, string word)
    {
        await Assert.That(Nearest.To(typo, s_known)).IsEqualTo(word);
    }

    [Test]
    [Arguments("zebra")]
    [Arguments("")]
    public async Task What_is_like_nothing_finds_nothing(string text)
    {
        await Assert.That(Nearest.To(text, s_known)).IsNull();
    }
}
