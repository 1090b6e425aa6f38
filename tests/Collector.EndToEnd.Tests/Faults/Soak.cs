namespace Collector.EndToEnd.Tests;

/// <summary>How long the tests of faults last: seconds with all other tests, minutes and hours by <c>scripts/soak.sh</c>.</summary>
internal static class Soak
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("SOAK") == "1";

    /// <summary>One of two numbers: rounds, series, seconds.</summary>
    public static int Of(int brief, int full) => IsLong ? full : brief;

    /// <summary>A source of moments. Its seed is in the name of what it made go wrong, and can be given again.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SOAK_SEED"), out int seed) ? seed : Random.Shared.Next(1_000_000);
}
