using System.Text;
using System.Text.RegularExpressions;
using Collector.Configuration;

namespace Collector.Tests.Configuration;

/// <summary>What is said of settings in one place holds in all others.</summary>
public sealed partial class SettingCatalogTests
{
    [Test]
    public async Task Every_key_and_every_option_is_there_once()
    {
        await Assert.That(SettingCatalog.All.Select(static setting => setting.Key).Distinct().Count()).IsEqualTo(SettingCatalog.All.Count);
        await Assert.That(SettingCatalog.All.Select(static setting => setting.Option).Distinct().Count()).IsEqualTo(SettingCatalog.All.Count);
        string[] letters = [.. SettingCatalog.All.Select(static setting => setting.ShortOption).OfType<string>()];
        await Assert.That(letters.Distinct().Count()).IsEqualTo(letters.Length);
    }

    [Test]
    public async Task What_a_setting_is_said_to_be_is_a_sentence()
    {
        await Assert.That(SettingCatalog.All.Where(static setting => setting.Title.EndsWith('.') || setting.Default.EndsWith('.')
            || (setting.Details.Length > 0 && !setting.Details.EndsWith('.')))).IsEmpty();
    }

    [Test]
    public async Task Examples_and_defaults_are_valid()
    {
        List<string> wrong = [];
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            foreach (string value in new[] { setting.Example, setting.WrittenDefault ?? setting.Example })
            {
                wrong.AddRange(Weigh($$"""{ "{{setting.Key}}": {{value}} }""").Faults.Select(static fault => fault.Message));
            }
        }

        await Assert.That(wrong).IsEmpty();
    }

    [Test]
    public async Task A_written_default_is_what_holds_without_it()
    {
        EffectiveSettings without = Weigh("{}");
        foreach (SettingDefinition setting in SettingCatalog.All.Where(static setting => setting.WrittenDefault is not null))
        {
            EffectiveSettings with = Weigh($$"""{ "{{setting.Key}}": {{setting.WrittenDefault}} }""");

            await Assert.That(string.Join(' ', setting.Show(with.Settings))).IsEqualTo(string.Join(' ', setting.Show(without.Settings)));
        }
    }

    [Test]
    public async Task What_is_shown_can_be_written_again()
    {
        foreach (SettingDefinition setting in SettingCatalog.Anywhere)
        {
            EffectiveSettings first = Weigh($$"""{ "{{setting.Key}}": {{setting.Example}} }""");
            IReadOnlyList<string> shown = setting.Show(first.Settings);
            EffectiveSettings again = SettingsReader.Weigh([new(setting.Key, shown, SettingOrigin.Flag, setting.Option)]);

            await Assert.That(again.Faults).IsEmpty();
            await Assert.That(string.Join(' ', setting.Show(again.Settings))).IsEqualTo(string.Join(' ', shown));
        }
    }

    [Test]
    public async Task The_table_of_the_readme_has_every_setting_with_its_default()
    {
        string[] rows = [.. (await File.ReadAllLinesAsync(Repository.PathOf("README.md")))
            .SkipWhile(static line => !line.StartsWith("| key, ", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|'))];
        string[] named = [.. rows.SelectMany(static row => Code().Matches(row.Split('|')[1]).Select(static match => match.Groups[1].Value))];

        await Assert.That(named.Where(static name => !name.StartsWith('-'))).IsEquivalentTo(SettingCatalog.KeysOf(SettingCatalog.All));
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            string row = rows.Single(row => row.Split('|')[1].Contains($"`{setting.Key}`", StringComparison.Ordinal));
            string[] plain = [.. Code().Matches(row.Split('|')[3]).Select(static match => match.Groups[1].Value)];

            await Assert.That(row.Contains("in the file only", StringComparison.Ordinal)).IsEqualTo(setting.Use == SettingUse.FileOnly);
            if (setting.WrittenDefault?.Trim('"', '[', ']') is { Length: > 0 } written && setting.Key != SettingKey.FirstSeenRate)
            {
                await Assert.That(plain).Contains(written).Because(row);
            }
        }
    }

    [Test]
    public async Task Examples_of_the_readme_are_valid()
    {
        string readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));
        string[] examples = [.. Example().Matches(readme).Select(static match => match.Value)
            .Where(static text => SettingCatalog.All.Any(setting => text.TrimStart('{', ' ', '\n').StartsWith($"\"{setting.Key}\"", StringComparison.Ordinal)))];

        await Assert.That(examples.Length).IsGreaterThan(2);
        await Assert.That(examples.SelectMany(static example => Weigh(example).Faults.Select(fault => $"{example}\n{fault.Message}"))).IsEmpty();
    }

    private static EffectiveSettings Weigh(string json) =>
        SettingsReader.Weigh(ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(json)));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=^    )\{ ""(.*\}$|[^}]*\n(    .*\n)*?    \}$|.*\n(     .*\n)+    .*\}$)", RegexOptions.Multiline)]
    private static partial Regex Example();
}
