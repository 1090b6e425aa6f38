namespace Collector.Tests;

public sealed class NearestTests
{
    private static readonly string[] s_known = ["interval", "prefix", "host", "to", "groups", "mount"];

    [Test]
    [Arguments("intervall", "interval")]
    [Arguments("Prefix", "prefix")]
    [Arguments("hsot", "host")]
    [Arguments("group", "groups")]
    [Arguments("ot", "to")]
    [Arguments("mnt", "mount")]
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

    [Test]
    public async Task A_hint_asks_for_the_nearest_word_or_lists_them_all()
    {
        await Assert.That(Nearest.Hint("hots", s_known)).IsEqualTo("did you mean 'host'?");
        await Assert.That(Nearest.Hint("zebra", s_known)).IsEqualTo("there are interval, prefix, host, to, groups, mount");
        await Assert.That(Nearest.Hint("zebra", [])).IsEqualTo("there are none");
    }

    [Test]
    public async Task A_hint_spells_words_as_they_have_to_be_written()
    {
        await Assert.That(Nearest.Hint("hots", ["host", "to"], static word => $"X_{word}")).IsEqualTo("did you mean 'X_host'?");
        await Assert.That(Nearest.Hint("zebra", ["host", "to"], static word => $"X_{word}")).IsEqualTo("there are X_host, X_to");
    }
}
