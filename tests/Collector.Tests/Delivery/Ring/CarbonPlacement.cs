using System.Globalization;
using Collector.Delivery;
using ReceiverAddress = Collector.Delivery.Receiver;

namespace Collector.Tests.Delivery;

/// <summary>Where carbon's own router places some hundred series on one ring, as <c>carbon-placements.py</c> recorded it.</summary>
/// <param name="Heading">The ring and its settings, for messages.</param>
/// <param name="Nodes">The ring's nodes.</param>
/// <param name="Replicas">How many of them get each series.</param>
/// <param name="IsDiverse">Whether these have to be on different hosts.</param>
/// <param name="Down">The node that was taken off the ring; -1 for none.</param>
/// <param name="Places">The nodes of each series, by number.</param>
internal sealed record CarbonPlacement(
    string Heading, IReadOnlyList<ReceiverAddress> Nodes, int Replicas, bool IsDiverse, int Down, string[] Places)
{
    public static string Folder => Repository.PathOf("tests/Collector.Tests/Delivery/Ring");

    public static string Recorded => Path.Combine(Folder, "carbon-placements.txt");

    /// <summary>Reads all rings, and the series that they place.</summary>
    public static IReadOnlyList<CarbonPlacement> ReadAll(out string[] series)
    {
        string[] lines = File.ReadAllLines(Recorded);
        int gap = Array.IndexOf(lines, "");
        series = lines[..gap];
        return [.. lines[(gap + 1)..].Chunk(2).Select(static pair => Parse(pair[0], pair[1]))];
    }

    private static CarbonPlacement Parse(string heading, string places)
    {
        string[] words = heading.Split(' ');
        if (new ReceiverList(heading, "", 2003).Parse(words[0], out IReadOnlyList<ReceiverAddress> nodes) is string error)
        {
            throw new FormatException(error);
        }

        int down = words[3] == "-" ? -1 : int.Parse(words[3], CultureInfo.InvariantCulture);
        return new(heading, nodes, int.Parse(words[1], CultureInfo.InvariantCulture), words[2] == "diverse", down, places.Split(' '));
    }
}
