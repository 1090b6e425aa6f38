using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>What metric-collective sent, and what is sent under its names.</summary>
public sealed class OriginalParityTests
{
    /// <summary>Half of the last of six decimals, and what a double of that size does not hold.</summary>
    private const double Rounding = 0.6e-6;

    [Test]
    public async Task Paths_and_values_are_those_of_metric_collective_but_for_its_faults()
    {
        string folder = Repository.PathOf("tests/Collector.Tests/Hosts/buildserver");
        await Compare(await Sent("--root", folder, "--all"), [.. new Original(folder).Series()]);
    }

    /// <summary>On Linux the same names hold what its files say.</summary>
    [Test]
    [Arguments("laptop")]
    [Arguments("server256")]
    public async Task On_Linux_they_hold_what_the_kernel_says_of_the_same(string host)
    {
        string folder = Repository.PathOf($"tests/Collector.Tests/Hosts/{host}");
        await Compare(
            await Sent("--root", folder, "--all", "--group", "cpu,memory,swap,disk_io,net_io,uptime"), [.. new OriginalOnLinux(folder).Series()]);
    }

    /// <summary>The texts of the values by path.</summary>
    private static async Task<Dictionary<string, string>> Sent(params string[] options)
    {
        CommandResult result = await PublishedCollector.Run(
            ["once", "--format", "graphite", "--names", "metcollect", "--host", "h", "--prefix", "", .. options]);
        return Point.ParseAll(result.Output).ToDictionary(static point => point.Path["h.".Length..], static point => point.Text);
    }

    private static async Task Compare(Dictionary<string, string> ours, OriginalSeries[] theirs)
    {
        await Assert.That(string.Join('\n', ours.Keys.Order())).IsEqualTo(string.Join('\n', theirs.Select(static series => series.Path).Order()));
        await Assert.That(string.Join('\n', theirs.Select(series => Difference(series, ours[series.Path])).OfType<string>())).IsEqualTo("");
        await Assert.That(ours.Values.All(static text => text.Length - text.IndexOf('.', StringComparison.Ordinal) == 7)).IsTrue();
    }

    /// <summary>What is wrong with ours. Where the original was at fault, so must be ours with that fault.</summary>
    private static string? Difference(OriginalSeries theirs, string text)
    {
        double ours = double.Parse(text, CultureInfo.InvariantCulture);
        double expected = theirs.Fault?.Invoke(ours) ?? ours;
        double allowed = Rounding + (Math.Abs(theirs.Value) / (1L << 50));
        return Math.Abs(expected - theirs.Value) <= allowed
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{theirs.Path}: {text}, with the fault {expected:R}, was {theirs.Value:R}");
    }
}
