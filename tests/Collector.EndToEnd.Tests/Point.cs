using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>A line of Graphite's plaintext.</summary>
internal readonly record struct Point(string Path, string Text, long Stamp)
{
    /// <summary>It as it was written, without the line's end.</summary>
    public string Line => $"{Path} {Text} {Stamp}";

    public double Value => double.Parse(Text, CultureInfo.InvariantCulture);

    /// <summary>The points of complete lines; a line that is still being written is left out.</summary>
    public static IReadOnlyList<Point> ParseAll(string text)
    {
        List<Point> points = [];
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split(' ');
            if (fields.Length != 3)
            {
                throw new FormatException($"Not a line of Graphite's: '{line}'.");
            }

            points.Add(new(fields[0], fields[1], long.Parse(fields[2], CultureInfo.InvariantCulture)));
        }

        return points;
    }

    public static IReadOnlyList<Point> Read(string file) => File.Exists(file) ? ParseAll(File.ReadAllText(file)) : [];

    /// <summary>The stamps in a file, each once, in the order of the file.</summary>
    public static long[] Stamps(string file) => [.. Read(file).Select(static point => point.Stamp).Distinct()];
}
