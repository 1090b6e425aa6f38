using System.Text;
using System.Text.Json;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

public sealed class CheckFileTests
{
    private const string Good = """
        {
          // What every host needs.
          "$schema": "checks.schema.json",
          "checks": [
            { "name": "memory", "expect": "memory.total >= 16GiB", "severity": "warn", "why": "builds need it", "platform": "linux" },
            "cpu.count >= 4",
            { "expect": "uptime.uptime > 1s", },
          ],
        }
        """;

    [Test]
    public async Task A_file_is_read_with_the_places_of_its_checks()
    {
        List<Check> checks = Parse(Good);

        await Assert.That(string.Join('\n', checks)).IsEqualTo(string.Join('\n',
        [
            new Check("memory", "memory.total >= 16GiB", Severity.Warn, "builds need it", Platform.Linux, "f.json:5", "f.json(5,35)"),
            new Check("cpu.count >= 4", "cpu.count >= 4", Severity.Fail, null, null, "f.json:6", "f.json(6,5)"),
            new Check("uptime.uptime > 1s", "uptime.uptime > 1s", Severity.Fail, null, null, "f.json:7", "f.json(7,17)"),
        ]));
    }

    [Test]
    [Arguments("", "f.json(1,1): not valid JSON: ")]
    [Arguments("[]", "f.json(1,1): expected an object with a list \"checks\"")]
    [Arguments("{}", "f.json(1,1): there is no list \"checks\"")]
    [Arguments("{\"check\": []}", "f.json(1,2): there is no key 'check' here; did you mean 'checks'?")]
    [Arguments("{\"checks\": {}}", "f.json(1,12): expected a list of checks")]
    [Arguments("{\"checks\": [], \"checks\": []}", "f.json(1,16): \"checks\" is here twice; put everything into one list")]
    [Arguments("{\"checks\": [\n  1]}", "f.json(2,3): expected an object, or the text of an expectation")]
    [Arguments("{\"checks\": [\n  {\"expct\": \"a\"}]}", "f.json(2,4): a check has no key 'expct'; did you mean 'expect'?")]
    [Arguments("{\"checks\": [{\"expect\": 1}]}", "f.json(1,24): expected a text")]
    [Arguments("{\"checks\": [{\"name\": \"a\"}]}", "f.json(1,13): this check expects nothing: it has no \"expect\"")]
    [Arguments("{\"checks\": [{\"name\": \" \", \"expect\": \"a\"}]}", "f.json(1,22): the name is empty; leave it out to use the expectation")]
    [Arguments("{\"checks\": [{\"expect\": \"a\", \"expect\": \"b\"}]}", "f.json(1,29): 'expect' is here twice")]
    [Arguments("{\"checks\": [{\"expect\": \"a\", \"severity\": \"error\"}]}", "f.json(1,41): 'severity' is \"error\"; it may be fail or warn")]
    [Arguments("{\"checks\": [{\"expect\": \"a\", \"platform\": \"macos\"}]}", "f.json(1,41): 'platform' is \"macos\"; it may be linux or windows")]
    [Arguments("{\"checks\": [\"a\", \"a\"]}", "f.json(1,18): there is a check 'a' already, at f.json:1; give this one another name")]
    [Arguments("{\"checks\": []} x", "f.json(1,16): not valid JSON: ")]
    [Arguments("{\"checks\": [", "f.json(1,13): not valid JSON: ")]
    public async Task A_mistake_is_said_where_it_stands(string text, string message)
    {
        UserError error = (await Assert.That(() => Parse(text)).Throws<UserError>())!;

        await Assert.That(error.Message).StartsWith(message);
        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
    }

    [Test]
    public async Task No_damage_to_a_file_goes_beyond_a_message()
    {
        byte[] good = Encoding.UTF8.GetBytes(Good);
        Random random = new(1);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] damaged = [.. good];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                _ = CheckFile.Parse("f.json", damaged.AsSpan(0, random.Next(damaged.Length + 1)));
            }
            catch (UserError)
            {
                continue;
            }
        }

        // The undamaged one still reads: the loop above met what it should.
        await Assert.That(Parse(Good).Count).IsEqualTo(3);
    }

    [Test]
    public async Task A_later_file_replaces_a_check_of_the_same_name_in_its_place()
    {
        List<Check> checks = CheckList.Combine(
            [Parse("""{"checks":[{"name":"memory","expect":"memory.total > 1GiB"},"cpu.count > 1"]}"""),
             Parse("""{"checks":[{"name":"memory","expect":"memory.total > 9GiB"},"cpu.count > 2"]}""")]);

        await Assert.That(string.Join("; ", checks.Select(static check => check.Expect)))
            .IsEqualTo("memory.total > 9GiB; cpu.count > 1; cpu.count > 2");
    }

    [Test]
    public async Task A_wrong_expectation_is_shown_with_its_place_in_the_file()
    {
        ExpectationBinder binder = new(Expectations.Groups, Platform.Linux, NamedTargets.None);
        UserError error = (await Assert.That(() => CheckList.Bind(Parse("{\"checks\":[\n\"memory.totl > 1\"]}"), binder, Platform.Linux)).Throws<UserError>())!;

        await Assert.That(error.Message).IsEqualTo("f.json(2,1): there is no metric 'totl' in memory; did you mean 'total'?");
        await Assert.That(string.Join('\n', error.Below)).IsEqualTo("  memory.totl > 1\n         ^~~~");
    }

    [Test]
    public async Task The_schema_takes_what_the_reader_takes()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(Repository.Root, "src", "Collector", "Verification", "Checks", "checks.schema.json")));
        SchemaValidator validator = new(schema.RootElement);
        JsonDocumentOptions options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        string[] bad =
        [
            "[]", "{}", """{"check":[]}""", """{"checks":[1]}""", """{"checks":[{"name":"a"}]}""", """{"checks":[{"expct":"a"}]}""",
            """{"checks":[{"expect":"a","severity":"error"}]}""", """{"checks":[{"expect":"a","platform":"macos"}]}""",
            """{"checks":[{"expect":"a","name":" "}]}""", """{"checks":{}}""",
        ];

        await Assert.That(SchemaValidator.UnknownKeywords(schema.RootElement)).IsEmpty();
        await Assert.That(validator.Validate(JsonDocument.Parse(Good, options).RootElement)).IsEmpty();
        await Assert.That(bad).ContainsOnly(text => validator.Validate(JsonDocument.Parse(text).RootElement).Count > 0);
        await Assert.That(bad).ContainsOnly(static text => Fails(text));
    }

    private static bool Fails(string text)
    {
        try
        {
            _ = Parse(text);
            return false;
        }
        catch (UserError)
        {
            return true;
        }
    }

    private static List<Check> Parse(string text) => CheckFile.Parse("f.json", Encoding.UTF8.GetBytes(text));
}
