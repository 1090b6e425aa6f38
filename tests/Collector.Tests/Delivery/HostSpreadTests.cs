using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class HostSpreadTests
{
    private const int Hosts = 10_000;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    [Test]
    [Arguments("web{0}")]
    [Arguments("web{0:00000}.berlin.example.org")]
    [Arguments("{0:x4}-node")]
    [Arguments("ip-10-0-{1}-{2}")]
    public async Task Ten_thousand_hosts_send_evenly_over_nine_tenths_of_the_interval(string names)
    {
        int[] tenths = new int[10];
        foreach (string host in Names(names))
        {
            tenths[(int)(HostSpread.Phase(host, s_interval) * 10 / s_interval)]++;
        }

        await Assert.That(tenths.Max()).IsLessThanOrEqualTo(Hosts / 10 * 12 / 10).Because(string.Join(' ', tenths));
        await Assert.That(tenths[9]).IsEqualTo(0);
    }

    /// <summary>These numbers may not change: an update of the program would move a fleet's hosts.</summary>
    [Test]
    [Arguments("web1", 5219)]
    [Arguments("WEB1", 5219)]
    [Arguments("web2", 4273)]
    [Arguments("db.example.org", 4507)]
    public async Task A_host_sends_at_the_same_time_at_each_start(string host, int milliseconds)
    {
        await Assert.That(HostSpread.Phase(host, s_interval).TotalMilliseconds).IsEqualTo(milliseconds);
    }

    [Test]
    public async Task A_phase_is_within_the_shortest_interval_too()
    {
        TimeSpan shortest = TimeSpan.FromMilliseconds(10);

        await Assert.That(Names("web{0}").Max(host => HostSpread.Phase(host, shortest))).IsLessThan(shortest);
    }

    [Test]
    public async Task Where_any_receiver_will_do_each_is_the_first_of_its_share_of_hosts()
    {
        DestinationOptions options = Options(ReceiverPolicy.Any);
        Dictionary<string, int> shares = Names("web{0}").Select(host => HostSpread.For(host, options).Receivers)
            .GroupBy(static receivers => string.Join(' ', receivers.Select(static receiver => receiver.Host)))
            .ToDictionary(static group => group.Key, static group => group.Count());

        await Assert.That(string.Join(", ", shares.Keys.Order())).IsEqualTo("a b c, b c a, c a b");
        await Assert.That(shares.Values.Min()).IsGreaterThan(Hosts / 3 * 9 / 10);
    }

    [Test]
    [Arguments(ReceiverPolicy.Failover)]
    [Arguments(ReceiverPolicy.Hash)]
    internal async Task Otherwise_the_order_of_the_uri_stays(ReceiverPolicy policy)
    {
        DestinationOptions options = Options(policy);

        await Assert.That(Names("web{0}").Take(10).All(host => ReferenceEquals(HostSpread.For(host, options), options))).IsTrue();
    }

    private static DestinationOptions Options(ReceiverPolicy policy) => DestinationOptions.StandardOutput with
    {
        Scheme = DestinationScheme.Graphite,
        Receivers = [new("a", 2003), new("b", 2003), new("c", 2003)],
        Policy = policy,
    };

    private static IEnumerable<string> Names(string format) =>
        Enumerable.Range(0, Hosts).Select(host => string.Format(null, format, host, host / 250, host % 250));
}
