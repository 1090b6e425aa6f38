using Collector.Service;
using Collector.Service.Linux;

namespace Collector.Tests.Service.Linux;

public sealed class SystemdUnitTests
{
    private static readonly ServiceDefinition s_service = new("collector", "/usr/bin/collector", ["run", "--to", "graphite://carbon:2003"]);

    [Test]
    public async Task A_unit_has_what_it_needs_to_measure_and_nothing_else() =>
        await Verify(SystemdUnit.Text(s_service with { WritableFolders = ["/var/lib/collector", "/var/log/collector/old"] }), "service");

    [Test]
    [Arguments("/etc/collector.json", "/etc/collector.json")]
    [Arguments("site=berlin,rack=7", "site=berlin,rack=7")]
    [Arguments("", "\"\"")]
    [Arguments("two words", "\"two words\"")]
    [Arguments("a \"quoted\" word", "\"a \\\"quoted\\\" word\"")]
    [Arguments("it's", "\"it's\"")]
    [Arguments("100%", "100%%")]
    [Arguments("50% off", "\"50%% off\"")]
    [Arguments("${HOME}", "\"$${HOME}\"")]
    [Arguments(@"C:\x", @"""C:\\x""")]
    [Arguments(";", "\";\"")]
    [Arguments("#x", "\"#x\"")]
    [Arguments("fünf", "\"fünf\"")]
    public async Task A_word_reaches_the_collector_as_it_is(string word, string written)
    {
        ServiceDefinition service = s_service with { Arguments = ["run", word] };

        await Assert.That(Values(service, "ExecStart")).IsEquivalentTo([$"/usr/bin/collector run {written}"]);
    }

    /// <summary>systemd puts variables in arguments only: elsewhere two dollars would stay two.</summary>
    [Test]
    public async Task A_dollar_in_a_path_is_no_variable()
    {
        ServiceDefinition service = s_service with { Executable = "/opt/$a b/collector", WritableFolders = ["/srv/$a", "/srv/b c%"] };

        await Assert.That(Values(service, "ExecStart")[0]).StartsWith("\"/opt/$a b/collector\" run ");
        await Assert.That(Values(service, "ReadWritePaths")).IsEquivalentTo(["-\"/srv/$a\"", "-\"/srv/b c%%\""]);
    }

    [Test]
    public async Task An_account_takes_the_place_of_the_dynamic_one()
    {
        ServiceDefinition service = s_service with { Account = "metrics" };

        await Assert.That(Values(service, "User")).IsEquivalentTo(["metrics"]);
        await Assert.That(Values(service, "DynamicUser")).IsEmpty();
        await Assert.That(Values(s_service, "DynamicUser")).IsEquivalentTo(["yes"]);
    }

    [Test]
    [Arguments("/var/lib/collector", true)]
    [Arguments("/var/lib/collector/spool", true)]
    [Arguments("/var/log/collector", true)]
    [Arguments("/var/lib/collector2", false)]
    [Arguments("/srv", false)]
    public async Task What_systemd_makes_for_the_service_is_not_listed_again(string folder, bool isOwn) =>
        await Assert.That(Values(s_service with { WritableFolders = [folder] }, "ReadWritePaths").Length).IsEqualTo(isOwn ? 0 : 1);

    private static string[] Values(ServiceDefinition service, string key) => [.. SystemdUnit.Text(service).Split('\n')
        .Where(line => line.StartsWith($"{key}=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..])];
}
