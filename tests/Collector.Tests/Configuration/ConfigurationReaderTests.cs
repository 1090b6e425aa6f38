using System.Text;
using Collector.Configuration;

namespace Collector.Tests.Configuration;

/// <summary>Where mistakes are, to the line and the column.</summary>
public sealed class ConfigurationReaderTests
{
    private const string Everything = """
        {
          // Comments count as lines, and characters as one column each: ü😀
          "intervall": "1s",
          "interval": "0s", "prefix": [
            "a" ],
          /* ü */ "names": "metcolect",
          "to": ["stdout:",
                 "graphit://a"],
          "all": "true",
          "spool": true,
          "host": 5,
          "Prefix": "b.",
          "tags": { "site": "berlin",
                    "rack": "a b" },
          "services": ["a", 7],
          "counters": [
            { "file": "/proc/vmstat", "key": "a", "name": "vm.a" },
            { "file": "/proc/vmstat", "key": "b",
              "name": "vm.B" } ],
        }
        """;

    [Test]
    public async Task Everything_that_is_wrong_is_told_in_the_order_of_the_file() => await Verify(Faults(Everything));

    [Test]
    [Arguments("", "c.json(1,1): not valid JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true")]
    [Arguments("  \n  [1]", "c.json(2,3): expected an object with settings, as in { \"interval\": \"10s\" }, not a list")]
    [Arguments("null", "c.json(1,1): expected an object with settings, as in { \"interval\": \"10s\" }, not null")]
    [Arguments("{\n\"interval\":\n\n}", "c.json(4,1): not valid JSON: '}' is an invalid start of a value")]
    [Arguments("{ \"host\": \"ü\" \"a\" }", "c.json(1,15): not valid JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'")]
    [Arguments("{ \"interval\": \"1s\" } x", "c.json(1,22): not valid JSON: 'x' is invalid after a single JSON value. Expected end of data")]
    [Arguments("{ \"interval\": 1e999 }", "c.json(1,15): interval: '1e999' is not a span of time; write for example 10s, 500ms or 1m")]
    [Arguments("{ \"host\": \"\\ud800\" }", "c.json(1,11): host: this is no text: half of a surrogate pair is escaped in it; write the character itself")]
    [Arguments("{ \"spool\": \"a\\u0000b\" }", "c.json(1,12): spool: 'a\0b' has a control character in it; take it out")]
    [Arguments("{ \"interval\": \"1s\",\n  \"interval\": \"2s\" }", "c.json(2,3): interval: it is here twice, in line 1 too; keep one")]
    [Arguments("{ \"interval\": \"1s\", \"INTERVAL\": \"2s\" }", "c.json(1,21): INTERVAL: it is here twice, in line 1 too; keep one")]
    [Arguments("{ \"$schema\": 1 }", "c.json(1,14): $schema: expected the address of a schema, not 1")]
    [Arguments("{ \"all\": \"true\" }", "c.json(1,10): all: expected true or false, not 'true' in quotes")]
    [Arguments("{ \"prefix\": true }", "c.json(1,13): prefix: expected a text, not true; put it into quotes")]
    [Arguments("{ \"counters\": {} }", "c.json(1,15): counters: expected a list of objects, not an object")]
    [Arguments("{ \"counters\": [ { \"name\": \"a.b\", \"name\": \"c.d\" } ] }", "c.json(1,34): counters[0]: 'name' is here twice; keep one")]
    [Arguments("{ \"counters\": [ { \"nmae\": { \"a\": 1 } } ] }", "c.json(1,19): counters[0]: there is no 'nmae' in such a counter; did you mean 'name'?")]
    [Arguments("{ \"counters\": [ { \"file\": \"/a\", \"column\": 1.5, \"name\": \"a.b\" } ] }", "c.json(1,43): counters[0].column: '1.5' has to be a number from 0 on; columns count from 0 and 'row' takes the first ones")]
    [Arguments("{ \"group\": [\"cpu\",\n \"memry\"] }", "c.json(1,12): group: there is no group 'memry'; did you mean 'memory'?")]
    [Arguments("{ \"to\": \"graphite://u:p@a\" }", "c.json(1,9): to: 'graphite://u:p@a': ")]
    public async Task A_mistake_has_its_line_and_its_column(string json, string message) =>
        await Assert.That(Faults(json)).StartsWith(message);

    /// <summary>For the package both are one key, and a key that is there twice ends its reading.</summary>
    [Test]
    public async Task Tags_that_differ_in_case_only_are_two_tags() =>
        await Assert.That(Read("""{ "tags": { "site": "a", "SITE": "\u0062", "Site": 1e2, "rack:1": "c", "rack": 7 } }""", "tags").Values)
            .IsEquivalentTo(["site=a", "SITE=b", "Site=1e2", "rack:1=c", "rack=7"], TUnit.Assertions.Enums.CollectionOrdering.Matching);

    [Test]
    [Arguments("""{ "Interval": 1.50, "iNterval": "2s", "tags:a": { "A": 1, "a": 2 }, "tags": { "a": 3 }, "": null }""", "interval", "1.50")]
    [Arguments("""{ "$schema": "\ud800", "prefix": "a." /* , */, "group": null, // b""" + "\n }", "prefix", "a.")]
    [Arguments("""{ "prefix": "a.", "group": [ "cpu", {} ] , }""", "prefix", "a.")]
    [Arguments("""{ "names": null, "prefix": "a.", "host": }""", "prefix", "a.")]
    [Arguments("""{ "prefix": "\u0061.", "group": [[[""", "prefix", "a.")]
    [Arguments("""{ "prefix": "a." """, "prefix", "a.")]
    [Arguments("""{ "to": [], "prefix": "" } x""", "prefix", "")]
    public async Task What_is_wrong_elsewhere_does_not_touch_a_value(string json, string key, string value) =>
        await Assert.That(string.Join('|', Read(json, key).Values)).IsEqualTo(value);

    [Test]
    public async Task Properties_keep_their_text_beside_those_that_there_are_not()
    {
        SettingObject item = Read(
            """{ "Counters": [ {}, { "FILE": { "a": "\ud800", "A": [1] }, "file": "/a:b", "hex": true, "scale": 1.0e0, "a:b": 1, } ] }""", "counters").Items[1];

        await Assert.That(string.Join(' ', item.Properties.Select(static property => $"{property.Key}={property.Value.Text}")))
            .IsEqualTo("FILE= file=/a:b hex=True scale=1.0e0 a:b=");
        await Assert.That(item.Properties["scale"].Place).IsEqualTo("c.json(1,98): counters[1].scale");
    }

    [Test]
    public async Task Long_lists_keep_their_order()
    {
        string[] files = [.. Enumerable.Range(0, 100_000).Select(static number => $"/{number}")];

        await Assert.That(Read($$"""{ "files": ["{{string.Join("\",\"", files)}}"] }""", "files").Values.SequenceEqual(files)).IsTrue();
    }

    [Test]
    public async Task What_is_nested_too_deep_is_told_where_it_is() =>
        await Assert.That(Faults($$"""{ "counters": [ { "nmae": {{new string('[', 64)}} """)).StartsWith("c.json(1,");

    [Test]
    public async Task What_is_not_UTF_8_is_told_where_it_begins_to_be_so()
    {
        byte[] text = [.. "{\n \"host\": \"ä"u8, 0xE4, .. "\" }"u8];

        await Assert.That(Faults(text)).IsEqualTo("c.json(2,12): not valid JSON: it is not UTF-8; save it as that");
    }

    [Test]
    public async Task A_byte_order_mark_is_no_column()
    {
        await Assert.That(Faults([0xEF, 0xBB, 0xBF, .. "{ \"x\": 1 }"u8])).StartsWith("c.json(1,3): x: there is no such setting");
    }

    [Test]
    public async Task What_PowerShell_redirects_is_read()
    {
        byte[] text = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{ \"interval\": \"7s\" }")];
        using MemoryStream stream = new(text);

        await Assert.That(SettingsReader.Weigh(ConfigurationFile.Read("c.json", stream)).Settings.Interval).IsEqualTo(TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task A_file_without_an_end_is_refused()
    {
        using FileStream zeros = File.OpenRead("/dev/zero");

        UserError error = await Assert.That(() => ConfigurationFile.Read("zero", zeros)).Throws<UserError>() ?? throw new InvalidOperationException();
        await Assert.That((error.ExitCode, error.Message)).IsEqualTo((78, "zero is too long for a configuration: it has more than 4 MiB"));
    }

    private static SettingValue Read(string json, string key) =>
        ConfigurationReader.Read("c.json", Encoding.UTF8.GetBytes(json)).First(setting => setting.Key == key);

    private static string Faults(string json) => Faults(Encoding.UTF8.GetBytes(json));

    private static string Faults(byte[] json) => string.Join(
        '\n', SettingsReader.Weigh(ConfigurationReader.Read("c.json", json)).Faults.Select(static fault => fault.Message));
}
