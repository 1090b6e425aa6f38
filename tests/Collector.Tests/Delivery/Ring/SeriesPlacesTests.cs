using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class SeriesPlacesTests
{
    [Test]
    [Arguments("a b c", "a b c")]
    [Arguments("a b c", "a x b c")]
    [Arguments("a b c", "a c")]
    [Arguments("a b c", "")]
    [Arguments("", "a b")]
    [Arguments("aa b", "a ab b aa")]
    public async Task Places_are_right_whatever_the_tick_before_had(string before, string now)
    {
        SeriesPlaces places = new();
        Walk(places, before);
        Walk(places, now);

        await Assert.That(Walk(places, now)).IsEqualTo(Expected(now));
        await Assert.That(Walk(places, before)).IsEqualTo(Expected(before));
        await Assert.That(Walk(places, now)).IsEqualTo(Expected(now));
    }

    [Test]
    public async Task Many_long_names_have_room()
    {
        string names = string.Join(' ', Enumerable.Range(0, 500).Select(static index => new string('x', 100) + index));
        SeriesPlaces places = new();
        Walk(places, names);

        await Assert.That(Walk(places, names)).IsEqualTo(Expected(names));
    }

    private static string Walk(SeriesPlaces places, string names)
    {
        places.Begin();
        return string.Join(' ', Split(names).Select(name => places.Next(name)));
    }

    private static string Expected(string names) => string.Join(' ', Split(names).Select(static name => ConsistentHashRing.PlaceOf(name)));

    private static IEnumerable<byte[]> Split(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes);
}
