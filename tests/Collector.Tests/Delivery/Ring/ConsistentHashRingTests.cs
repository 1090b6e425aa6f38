using System.Diagnostics;
using System.Globalization;
using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class ConsistentHashRingTests
{
    [Test]
    public async Task Each_series_goes_where_carbon_would_send_it()
    {
        List<string> different = [];
        IReadOnlyList<CarbonPlacement> placements = CarbonPlacement.ReadAll(out string[] series);
        foreach (CarbonPlacement placement in placements)
        {
            ConsistentHashRing ring = new(placement.Nodes);
            for (int index = 0; index < series.Length; index++)
            {
                string place = Place(ring, placement, series[index]);
                if (place != placement.Places[index])
                {
                    different.Add($"{placement.Heading}: {series[index]} is on {place}, carbon: {placement.Places[index]}");
                }
            }
        }

        await Assert.That(series.Length).IsGreaterThan(300);
        await Assert.That(placements.Count).IsGreaterThan(40);
        await Assert.That(string.Join('\n', different)).IsEqualTo("");
    }

    [Test]
    public async Task What_was_recorded_is_what_carbon_says()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || !Directory.Exists("/usr/lib/python3/dist-packages/carbon"))
        {
            Skip.Test("carbon is not installed");
        }

        ProcessStartInfo start = new(Python, ["-W", "ignore", Path.Combine(CarbonPlacement.Folder, "carbon-placements.py")])
        {
            RedirectStandardOutput = true,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();

        await Assert.That(said).IsEqualTo(await File.ReadAllTextAsync(CarbonPlacement.Recorded));
    }

    [Test]
    public async Task A_place_is_the_beginning_of_the_MD5()
    {
        List<int> different = [];
        for (int length = 0; length < 300; length++)
        {
            byte[] message = [.. Enumerable.Range(0, length).Select(static index => (byte)(index * 7))];
            byte[] digest = new byte[Md5.DigestBytes];
            Md5.Hash(message, digest);
#pragma warning disable CA5351 // carbon's choice, and no secret
            if (!digest.AsSpan().SequenceEqual(System.Security.Cryptography.MD5.HashData(message)))
#pragma warning restore CA5351
            {
                different.Add(length);
            }
        }

        await Assert.That(different).IsEmpty();
        await Assert.That(ConsistentHashRing.PlaceOf("a"u8)).IsEqualTo(0x0cc1);
    }

    private static string Place(ConsistentHashRing ring, CarbonPlacement placement, string series)
    {
        bool[] isLeftOut = new bool[placement.Nodes.Count];
        if (placement.Down >= 0)
        {
            isLeftOut[placement.Down] = true;
        }

        int[] found = new int[placement.Replicas];
        int count = ring.Find(ConsistentHashRing.PlaceOf(Encoding.UTF8.GetBytes(series)), placement.IsDiverse, isLeftOut, found);
        return string.Concat(found.Take(count).Select(static node => node.ToString(CultureInfo.InvariantCulture)));
    }
}
