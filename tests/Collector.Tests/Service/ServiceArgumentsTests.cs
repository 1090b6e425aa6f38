using Collector.Commands;
using Collector.Configuration;

namespace Collector.Tests.Service;

public sealed class ServiceArgumentsTests
{
    [Test]
    public async Task Settings_are_passed_on_and_paths_made_whole()
    {
        IReadOnlyList<string> arguments = ServiceArguments.Of("collector.json",
        [
            Typed(SettingKey.To, "--to", "graphite://a", "graphite://b"),
            Typed(SettingKey.Tags, "--tag", "site=berlin"),
            Typed(SettingKey.Spool, "--spool", "waiting"),
            Typed(SettingKey.Everything, "--all", "True"),
        ]);

        await Assert.That(string.Join(' ', arguments)).IsEqualTo(
            $"run --config {Path.GetFullPath("collector.json")} --to graphite://a --to graphite://b --tag site=berlin "
                + $"--spool {Path.GetFullPath("waiting")} --all");
    }

    [Test]
    public async Task A_value_that_begins_with_a_minus_stays_a_value()
    {
        await Assert.That(string.Join(' ', ServiceArguments.Of(null, [Typed(SettingKey.Group, "--group", "-load")])))
            .IsEqualTo("run --group=-load");
    }

    private static SettingValue Typed(string key, string option, params string[] values) => new(key, values, SettingOrigin.Flag, option);
}
