namespace Collector.EndToEnd.Tests;

/// <summary>Real carbon-caches on one host, called a, b, c, each with a share of the series.</summary>
internal sealed class CarbonCluster : IAsyncDisposable
{
    private CarbonCluster(CarbonCache[] nodes) => Nodes = nodes;

    public CarbonCache[] Nodes { get; }

    /// <summary>How many points are stored, each as often as there are copies of it.</summary>
    public int Count => Nodes.Sum(static node => node.Metrics().Sum(metric => node.Read(metric).Count));

    public static async Task<CarbonCluster> Start() => new(await Task.WhenAll(
        CarbonCache.Start("a"), CarbonCache.Start("b"), CarbonCache.Start("c")));

    /// <summary>The nodes as carbon's DESTINATIONS name them, which our receivers are written like.</summary>
    public string Addresses(Func<CarbonCache, int> port) =>
        string.Join(',', Nodes.Select(node => $"127.0.0.1:{port(node)}:{node.Instance}"));

    /// <summary>Those points that no node has stored.</summary>
    public Point[] Missing(IEnumerable<Point> points) =>
        [.. Nodes.Aggregate(points, static (missing, node) => node.Missing(missing))];

    public async ValueTask DisposeAsync()
    {
        foreach (CarbonCache node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
