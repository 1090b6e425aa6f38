using Collector.Service.Windows;

namespace Collector.Tests.Service;

public sealed class ServiceRegistrationTests
{
    private static readonly ServiceRegistration s_first = ServiceRegistration.Of(new("collector", @"C:\a\collector.exe", ["run"]));

    [Test]
    public async Task A_service_has_few_rights_unless_told_otherwise() =>
        await Assert.That(s_first.Account).IsEqualTo(@"NT AUTHORITY\LocalService");

    [Test]
    [Arguments("localservice", @"NT AUTHORITY\LocalService")]
    [Arguments(@"nt authority\local service", @"NT AUTHORITY\LocalService")]
    [Arguments(@"NT AUTHORITY\SYSTEM", "LocalSystem")]
    [Arguments("NetworkService", @"NT AUTHORITY\NetworkService")]
    [Arguments(@"CORP\collector$", @"CORP\collector$")]
    public async Task Accounts_have_one_name(string typed, string name) =>
        await Assert.That(ServiceRegistration.AccountOf(typed)).IsEqualTo(name);

    [Test]
    public async Task What_differs_is_said()
    {
        ServiceRegistration moved = ServiceRegistration.Of(new("collector", @"C:\b\collector.exe", ["run"]));
        ServiceRegistration other = ServiceRegistration.Of(new("collector", @"C:\a\collector.exe", ["run", "--all"]) { Account = "LocalSystem" });

        await Assert.That(s_first.Differences(s_first with { Account = @"nt authority\localservice" })).IsEmpty();
        await Assert.That(moved.Differences(s_first)).IsEquivalentTo(["its executable"]);
        await Assert.That(other.Differences(s_first)).IsEquivalentTo(["its settings", "its account"]);
    }

    [Test]
    public async Task Windows_keeps_the_password_of_managed_accounts_itself()
    {
        await Assert.That(ServiceRegistration.PasswordOf(@"CORP\collector$")).IsNull();
        await Assert.That(ServiceRegistration.PasswordOf(@"NT SERVICE\collector")).IsNull();
        await Assert.That(ServiceRegistration.PasswordOf(ServiceRegistration.LocalService)).IsEqualTo("");
    }
}
