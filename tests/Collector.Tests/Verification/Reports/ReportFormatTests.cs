using System.Text.Json;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>Every format of one report, whose texts have what each format minds.</summary>
public sealed class ReportFormatTests
{
    private const string Nasty = "a|b <c> & \"d\" 'e' # f \\ ]]> 100% :: x,y \e[31m\nzweite Zeile \u00fc`_*";

    private static Report Rich => Of(
        Result("memory.total >= 8GiB"),
        Result("not swap.used > 50%", name: "swap"),
        Result("disk_usage[*].free > 20%", name: Nasty, why: Nasty, origin: "base.json:7"),
        Result("disk_usage[*].free > 20% and uptime.uptime < 1h", Severity.Warn, name: "young and roomy"),
        Result("net_io[eth7].up", origin: "role.json:2"),
        Result("memory.pool_paged > 1"),
        new("windows only", "service[wuauserv].running == 0", CheckStatus.Skipped, Severity.Fail) { Message = "it is for Windows only" },
        new("clock", "right", CheckStatus.Warned, Severity.Warn) { Message = "no time service keeps it", Mend = "install chrony" });

    [Test]
    [Arguments("text")]
    [Arguments("json")]
    [Arguments("junit")]
    [Arguments("tap")]
    [Arguments("nagios")]
    [Arguments("github")]
    [Arguments("markdown")]
    public async Task A_format_has_all_that_its_readers_need(string name) =>
        await Verify(ReportFormat.Find(name)!.Render(Rich, false), parameters: name);

    [Test]
    public async Task Silent_says_nothing() => await Assert.That(ReportFormat.Find("silent")!.Render(Rich, true)).IsEmpty();

    [Test]
    public async Task Text_has_colours_only_if_it_may()
    {
        await Assert.That(ReportFormat.Find("text")!.Render(Rich, true)).Contains("\e[31mFAIL  \e[0m");
        await Assert.That(ReportFormat.Find("text")!.Render(Rich, false)).DoesNotContain("\e");
    }

    [Test]
    [Arguments("text")]
    [Arguments("tap")]
    [Arguments("nagios")]
    [Arguments("github")]
    [Arguments("markdown")]
    [Arguments("junit")]
    public async Task No_name_can_bring_a_control_character_in(string format)
    {
        Report report = Of(new CheckResult("a\e]0;x\a\u009b", "b\rc", CheckStatus.Failed, Severity.Fail) { Message = "d\ve", Why = "\0" });
        string text = ReportFormat.Find(format)!.Render(report, false);

        await Assert.That(text.Where(static letter => char.IsControl(letter) && letter != '\n')).IsEmpty();
    }

    [Test]
    public async Task Json_can_be_read_back()
    {
        using JsonDocument json = JsonDocument.Parse(ReportFormat.Find("json")!.Render(Rich, false));
        JsonElement[] checks = [.. json.RootElement.GetProperty("checks").EnumerateArray()];

        await Assert.That(checks.Length).IsEqualTo(8);
        await Assert.That(checks[2].GetProperty("name").GetString()).IsEqualTo(Nasty);
        await Assert.That(json.RootElement.GetProperty("failed").GetInt32()).IsEqualTo(3);
        await Assert.That(json.RootElement.GetProperty("fit").GetBoolean()).IsFalse();
    }

    [Test]
    [Arguments("memory.total >= 8GiB", "Fail", 0)]
    [Arguments("memory.total >= 80GiB", "Warn", 1)]
    [Arguments("memory.total >= 80GiB", "Fail", 2)]
    [Arguments("memory.pool_paged > 1", "Fail", 3)]
    public async Task Nagios_has_exit_codes_of_its_own(string expect, string severity, int code)
    {
        Report report = Of(Result(expect, Enum.Parse<Severity>(severity)));

        await Assert.That(ReportFormat.Find("nagios")!.ExitCodeOf(report, 42)).IsEqualTo(code);
        await Assert.That(ReportFormat.Find("text")!.ExitCodeOf(report, 42)).IsEqualTo(42);
        await Assert.That(ReportFormat.Find("nagios")!.Render(report, false).Count(static letter => letter == '\n')).IsEqualTo(1);
    }

    [Test]
    [Arguments("report.xml", "junit", "report.xml")]
    [Arguments("a/b.JSON", "json", "a/b.JSON")]
    [Arguments("junit=build/report", "junit", "build/report")]
    [Arguments("tap=x=y.md", "tap", "x=y.md")]
    [Arguments("odd=name.md", "markdown", "odd=name.md")]
    public async Task A_file_has_the_format_of_its_ending_or_the_one_that_is_named(string text, string format, string path)
    {
        ReportFile file = ReportFile.Parse(text);

        await Assert.That(file.Format.Name).IsEqualTo(format);
        await Assert.That(file.Path).IsEqualTo(path);
    }

    [Test]
    [Arguments("report", "--output: 'report': its ending names no format; write for example junit=report")]
    [Arguments("junt=x", "--output: 'junt=x': there is no format 'junt'; did you mean 'junit'?")]
    [Arguments("junit=", "--output: 'junit=': names no file")]
    public async Task A_file_whose_format_nobody_knows_is_refused(string text, string message) =>
        await Assert.That(() => ReportFile.Parse(text)).Throws<UserError>().WithMessage(message);

    private static Report Of(params CheckResult[] checks) =>
        new("web-1.example.org", new(2026, 11, 25, 12, 30, 5, TimeSpan.Zero), TimeSpan.FromMilliseconds(12.3), checks);

    private static CheckResult Result(
        string expect, Severity severity = Severity.Fail, string? name = null, string? why = null, string origin = "--expect") =>
        new ReadyCheck(new(name ?? expect, expect, severity, why, null, origin, origin), Expectations.Bind(expect), true)
            .Judge(FakeHost.Usual, null);
}
