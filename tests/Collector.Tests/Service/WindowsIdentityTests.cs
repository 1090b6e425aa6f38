using System.Text.RegularExpressions;
using Collector.Service.Windows;

namespace Collector.Tests.Service;

public sealed class WindowsIdentityTests
{
    /// <summary>The one that every Windows has, and Microsoft names in its documentation.</summary>
    [Test]
    public async Task A_services_own_identity_follows_from_its_name() =>
        await Assert.That(ServiceSid.Of("TrustedInstaller"))
            .IsEqualTo("S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

    [Test]
    [Arguments("100% of 5", "100% of 5")]
    [Arguments("fe80::1%12", "fe80::1% 12")]
    [Arguments("%1%2", "% 1% 2")]
    public async Task Nothing_is_filled_into_an_events_text(string text, string written) =>
        await Assert.That(EventText.Of(text)).IsEqualTo(written);

    [Test]
    public async Task A_long_text_is_cut_to_what_an_event_holds() =>
        await Assert.That(EventText.Of(new string('x', 40_000)).Length).IsEqualTo(31_839);

    [Test]
    public async Task Each_event_has_a_text_in_the_executable()
    {
        string resources = await File.ReadAllTextAsync(Repository.PathOf("src/Collector/Resources/collector.rc"));
        int[] texts = [.. Regex.Matches(resources, @"^\s+ENTRY,?\s+// (\d+):", RegexOptions.Multiline).Select(static match => int.Parse(match.Groups[1].Value))];

        await Assert.That(texts).IsEquivalentTo(Enum.GetValues<EventId>().Select(static id => (int)id));
        await Assert.That(resources).Contains($"#define FIRST_EVENT {texts[0]}L").And.Contains($"#define LAST_EVENT {texts[^1]}L");
    }
}
