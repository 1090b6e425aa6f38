using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Collector.Configuration;
using CsCheck;

namespace Collector.Tests.Configuration;

/// <summary>Whatever is in a file, it is either valid or refused with a place.</summary>
public sealed partial class ConfigurationFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "//", "/*", "*/", "\n", "\r", " ", "null", "true", "false", "0", "-1", "1e999", "1.5", "\\", "\\u0000", "\\ud800",
        "\\udc00\\ud800", "\u0000", "\u001b[2J", "é", "😀", "\uFEFF", "\"counters\"", "\"tags\"", "\"name\"", "\"pdh\"", "\"file\"", "\"$schema\"",
        "99999999999999999999999999999999", "\"\\\\A(*)\\\\B\"", "\"a=b\"",
    ];

    private static readonly string[] s_values =
    [
        "\"\"", "\" \"", "null", "true", "false", "0", "-0", "-1", "1e999", "-1e999", "1e-999", "0.1", "99999999999999999999999999999999", "[]", "{}",
        "[[]]", "[{}]", "[null]", "[\"\"]", "[\"a\",\"a\"]", "{\"a\":{}}", "{\"a\":\"b\",\"a\":\"b\"}", "\"\\ud800\"", "[\"\\udfff\"]", "{\"\\ud800\":\"a\"}",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\n\"", "\"\\u001b[31m\"", "\"graphite://\"", "\"graphite://[::1\"", "\"graphite://a:99999\"", "\"graphite://a?\"",
        "\"graphite://a?&=&&\"", "\"file:///%\"", "\"file:///%00\"", "\"file:///a\\u0000\"", "\"graphite+tls://a?ca=\\u0000\"", "\"graphite+tls://a?ca=/dev/null\"",
        "\"graphite+tls://a?ca=/\"", "\"graphite+tls://a?ca=%00\"", "\"statsd://a?packet=-1\"", "\"graphite://a,b?policy=hash&replicas=99999999999\"", "\"graphite://u:p@a\"",
        "\"..\"", "\"[\"", "\"]\"", "\"+\"", "\"-\"", "\"-[\"", "\"*[*].*\"", "\"cpu[\"", "\"179769313486231570000000000000000d\"", "\"999999999999d\"",
        "\"9223372036854775807GiB\"", "\"79228162514264337593543950335KiB\"", "\".\"", "\"1..2s\"", "\"ms\"", "\"tcp:99999999999\"", "\"/\"", "\"C:\"",
    ];

    private static readonly string[] s_counters =
    [
        "\"a.b\"", "\"a.b.c\"", "\"/proc/vmstat\"", "\"/\"", "\"/..\"", "\"\\\\\"", "\"\\\\\\\\\"", "\"\\\\A(*)\\\\B\"", "\"\\\\#1(*)\\\\#2\"",
        "\"\\\\#99999999999(*)\\\\#2\"", "\"cpu{instance}\"", "\"{instance:integer}{instance}\"", "\"{\"", "\"* * *\"", "\"bytes\"", "\"counter\"", "1e28",
        "18446744073709551615", "79228162514264337593543950336", "0.0000000000000000000000000001", "2147483648",
    ];

    /// <summary>As it is written, and with every setting in force.</summary>
    private static readonly byte[][] s_templates =
    [
        Encoding.UTF8.GetBytes(Template), Encoding.UTF8.GetBytes(Template.Replace("  // \"", "  \"", StringComparison.Ordinal)),
    ];

    private static string Template => ConfigurationTemplate.Write(new Dictionary<string, SettingValue>());

    private static Gen<string> Value => Gen.OneOf(
        Pick(s_values), Pick(s_counters), Gen.String.Select(Quote), Gen.Double.Select(static number => Quote($"{number}s")), Pick(s_values).Array[0, 4].Select(
            static values => $"[{string.Join(',', values)}]"), Item.Array[0, 3].Select(static items => $"[{string.Join(',', items)}]"));

    private static Gen<string> Item => Gen.Select(Pick([.. CounterProperty.All.Select(static property => property.Name), "nmae"]), Gen.OneOf(Pick(s_counters), Pick(s_values)))
        .Select(static (name, value) => $"\"{name}\":{value}").Array[0, 6].Select(static properties => $"{{{string.Join(',', properties)}}}");

    /// <summary>Objects of known and unknown keys with values that they may or may not have.</summary>
    private static Gen<string> Settings => Gen.Select(Pick([.. SettingCatalog.KeysOf(SettingCatalog.All), "Interval", "intervall", "$schema", "\\ud800", ""]), Value)
        .Select(static (key, value) => $"\"{key}\": {value}").Array[0, 8].Select(static settings => $"{{\n{string.Join(",\n", settings)}\n}}");

    private static Gen<string> Garbage => Pick(s_pieces).Array[0, 30].Select(static pieces => string.Concat(pieces));

    /// <summary>A valid file with some of its bytes changed, lost or doubled.</summary>
    private static Gen<byte[]> Damaged => Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[0, 8000], Gen.Byte, Gen.Int[0, 3]).Array[1, 5]).Select(static (whole, changes) =>
    {
        List<byte> text = [.. s_templates[whole]];
        foreach ((int place, byte value, int kind) in changes)
        {
            int index = place % Math.Max(text.Count, 1);
            switch (kind)
            {
                case 0 when text.Count > 0:
                    text[index] = value;
                    break;
                case 1 when text.Count > 0:
                    text.RemoveAt(index);
                    break;
                case 2:
                    text.Insert(index, value);
                    break;
                default:
                    text.RemoveRange(index, text.Count - index);
                    break;
            }
        }

        return text.ToArray();
    });

    private static Gen<byte[]> Files => Gen.OneOf(
        Settings.Select(Encoding.UTF8.GetBytes), Garbage.Select(Encoding.UTF8.GetBytes), Damaged, Gen.Byte.Array[0, 60]);

    [Test]
    public void A_file_is_valid_or_refused_with_a_place() => Files.Sample(
        static text =>
        {
            byte[] plain = JsonText.ToUtf8([.. text]);
            EffectiveSettings read = SettingsReader.Weigh(ConfigurationReader.Read("c.json", plain));
            return read.Faults.All(fault => fault.ExitCode == ExitCode.InvalidConfiguration && Placed().Match(fault.Message) is { Success: true } place
                && IsWithin(plain, int.Parse(place.Groups[1].Value), int.Parse(place.Groups[2].Value)));
        },
        iter: 15_000, print: static text => Encoding.UTF8.GetString(text));

    [Test]
    public void What_is_valid_can_be_shown_and_written_as_a_file_that_says_the_same() => Settings.Sample(
        static text =>
        {
            EffectiveSettings read = SettingsReader.Weigh(ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(text)));
            if (read.Faults.Count > 0)
            {
                return true;
            }

            using MemoryStream json = new();
            Collector.Reports.SettingsReport.Write(json, read);
            string table = Collector.Reports.SettingsReport.Render(read);
            EffectiveSettings again = SettingsReader.Weigh(ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(ConfigurationTemplate.Write(read.Made))));
            return again.Faults.Count == 0 && !table.Any(static character => char.IsControl(character) && character != '\n') && SettingCatalog.All.All(
                setting => setting.Show(again.Settings).SequenceEqual(setting.Show(read.Settings)));
        },
        iter: 5_000);

    [Test]
    public async Task What_is_valid_is_valid_by_the_schema_too()
    {
        using MemoryStream text = new();
        ConfigurationSchema.Write(text);
        using JsonDocument schema = JsonDocument.Parse(text.ToArray());
        await Assert.That(SchemaValidator.UnknownKeywords(schema.RootElement)).IsEmpty();

        SchemaValidator validator = new(schema.RootElement);
        Settings.Sample(
            file =>
            {
                if (file.Contains("\"Interval\"", StringComparison.Ordinal)
                    || SettingsReader.Weigh(ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(file))).Faults.Count > 0)
                {
                    return true;
                }

                using JsonDocument document = JsonDocument.Parse(file);
                return validator.Validate(document.RootElement).Count == 0;
            },
            iter: 10_000);
    }

    private static Gen<string> Pick(string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static string Quote(string text) => $"\"{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text)}\"";

    /// <summary>Whether a place is in a text, or just behind its end.</summary>
    private static bool IsWithin(byte[] text, int line, int column)
    {
        string[] lines = Encoding.UTF8.GetString(JsonText.WithoutMark(text)).Split('\n');
        return line >= 1 && line <= lines.Length && column >= 1 && column <= lines[line - 1].Length + 1;
    }

    [GeneratedRegex(@"^c\.json\((\d+),(\d+)\): ")]
    private static partial Regex Placed();
}
