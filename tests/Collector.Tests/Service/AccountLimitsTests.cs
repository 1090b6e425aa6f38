using System.Collections;
using Collector.Configuration;
using Collector.Service;
using Collector.Service.Windows;

namespace Collector.Tests.Service;

public sealed class AccountLimitsTests
{
    private static readonly ServiceDefinition s_service = new("collector", @"C:\collector.exe", ["run"]);

    [Test]
    public async Task Groups_that_read_performance_counters_are_named_with_what_lifts_the_limit()
    {
        string[] limits = [.. AccountLimits.Of(s_service, Read())];

        await Assert.That(limits).HasSingleItem();
        await Assert.That(limits[0]).Contains("performance counters (clock, sensors, system)")
            .And.EndsWith("net localgroup \"Performance Monitor Users\" \"NT SERVICE\\collector\" /add");
    }

    [Test]
    public async Task Nothing_is_said_where_nothing_is_lost()
    {
        await Assert.That(AccountLimits.Of(s_service, Read("memory,disk_io,net_io"))).IsEmpty();
        await Assert.That(AccountLimits.Of(s_service with { Account = "SYSTEM" }, Read())).IsEmpty();
    }

    private static Settings Read(string? group = null) => SettingsReader.Read(
        null, new Hashtable(), group is null ? [] : [new(SettingKey.Group, [group], SettingOrigin.Flag, "--group")]);
}
