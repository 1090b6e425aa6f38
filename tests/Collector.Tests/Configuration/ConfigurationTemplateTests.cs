using System.Text;
using Collector.Configuration;

namespace Collector.Tests.Configuration;

/// <summary>The file that <c>config init</c> writes.</summary>
public sealed class ConfigurationTemplateTests
{
    private static readonly Dictionary<string, SettingValue> s_nothing = [];

    [Test]
    public async Task Every_setting_is_described_with_its_default() => await Verify(ConfigurationTemplate.Write(s_nothing));

    [Test]
    public async Task As_it_is_written_it_changes_nothing()
    {
        EffectiveSettings read = Read(ConfigurationTemplate.Write(s_nothing));
        EffectiveSettings without = SettingsReader.Weigh([]);

        await Assert.That(read.Faults).IsEmpty();
        await Assert.That(read.Made.Keys).IsEquivalentTo(["to", "interval"]);
        await Assert.That(Shown(read)).IsEqualTo(Shown(without));
    }

    [Test]
    public async Task Each_setting_can_be_brought_in_by_taking_its_slashes_away()
    {
        string[] lines = ConfigurationTemplate.Write(s_nothing).Split('\n');
        List<string> broughtIn = [];
        for (int index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("  // \"", StringComparison.Ordinal))
            {
                string[] changed = [.. lines];
                changed[index] = changed[index].Replace("// ", "", StringComparison.Ordinal);
                EffectiveSettings read = Read(string.Join('\n', changed));

                await Assert.That(read.Faults.Select(static fault => fault.Message)).IsEmpty();
                broughtIn.AddRange(read.Made.Keys.Except(["to", "interval"]));
            }
        }

        await Assert.That(broughtIn).IsEquivalentTo(SettingCatalog.KeysOf(SettingCatalog.All).Except(["to", "interval"]));
    }

    [Test]
    public async Task All_of_them_together_are_valid_too()
    {
        string all = ConfigurationTemplate.Write(s_nothing).Replace("  // \"", "  \"", StringComparison.Ordinal);

        await Assert.That(Read(all).Faults.Select(static fault => fault.Message)).IsEmpty();
    }

    [Test]
    public async Task What_was_asked_for_is_in_force()
    {
        SettingValue[] flags =
        [
            new("to", ["graphite://a:2003", "statsd://b"], SettingOrigin.Flag, "--to"),
            new("tags", ["site=berlin", "quoted=a\"b"], SettingOrigin.Flag, "--tag"),
            new("all", ["True"], SettingOrigin.Flag, "--all"),
            new("first-seen-rate", ["007"], SettingOrigin.Flag, "--first-seen-rate"),
            new("host", ["ü\\n"], SettingOrigin.Flag, "--host"),
        ];
        EffectiveSettings asked = SettingsReader.Weigh(flags);
        EffectiveSettings read = Read(ConfigurationTemplate.Write(asked.Made));

        await Assert.That(read.Faults.Select(static fault => fault.Message)).IsEmpty();
        await Assert.That(read.Made.Keys).IsEquivalentTo(["to", "interval", "tags", "all", "first-seen-rate", "host"]);
        await Assert.That(Shown(read)).IsEqualTo(Shown(asked));
    }

    [Test]
    public async Task No_line_is_longer_than_an_editor_is_wide()
    {
        await Assert.That(ConfigurationTemplate.Write(s_nothing).Split('\n').Max(static line => line.Length)).IsLessThan(120);
    }

    private static EffectiveSettings Read(string text) =>
        SettingsReader.Weigh(ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(text)));

    private static string Shown(EffectiveSettings effective) => string.Join(
        '\n', SettingCatalog.All.Select(setting => $"{setting.Key}: {string.Join(' ', setting.Show(effective.Settings))}"));
}
