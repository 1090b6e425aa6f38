using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Collector.Receiving;
using Collector.Wire;

namespace Collector.Tests.Wire;

public sealed class PickleMessageTests
{
    [Test]
    public async Task Each_line_is_a_point_of_the_message()
    {
        PickleMessage message = new();
        int taken = message.Fill("a.b 1.5 1700000000\nc;host=ü -7 4294967295\nd 18446744073709551615 1\n"u8);

        await Assert.That(string.Join('|', Points(message))).IsEqualTo("a.b 1.5 1700000000|c;host=ü -7 4294967295|d 1.8446744073709552E+19 1");
        await Assert.That(taken).IsEqualTo("a.b 1.5 1700000000\nc;host=ü -7 4294967295\nd 18446744073709551615 1\n"u8.Length);
    }

    [Test]
    public async Task A_message_stays_far_below_what_carbon_takes_and_the_rest_follows()
    {
        byte[] lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(static line => $"some.metric.of.a.host.{line} {line} 1700000000\n")));
        PickleMessage message = new();
        List<string> points = [];
        int messages = 0;
        for (int at = 0; at < lines.Length; messages++)
        {
            at += message.Fill(lines.AsSpan(at));
            await Assert.That(message.Bytes.Length).IsLessThanOrEqualTo(256 * 1024);
            points.AddRange(Points(message));
        }

        await Assert.That(messages).IsGreaterThan(3);
        await Assert.That(points.Count).IsEqualTo(20_000);
        await Assert.That(points[^1]).IsEqualTo("some.metric.of.a.host.19999 19999 1700000000");
    }

    [Test]
    public async Task What_is_no_line_of_ours_costs_no_other()
    {
        PickleMessage message = new();
        message.Fill("a 1 1\nno\nb 2\nc x 3\nd 4 4\n"u8);

        await Assert.That(string.Join('|', Points(message))).IsEqualTo("a 1 1|d 4 4");
    }

    [Test]
    public async Task Another_message_allocates_nothing()
    {
        PickleMessage message = new();
        message.Fill("a 1 1\n"u8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        message.Fill("a.b 1.5 1700000000\nc -7 4294967295\n"u8);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        await Assert.That(allocated).IsEqualTo(0);
    }

    private static List<string> Points(PickleMessage message)
    {
        ReadOnlySpan<byte> bytes = message.Bytes;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) != bytes.Length - sizeof(uint))
        {
            throw new InvalidOperationException("The length is wrong.");
        }

        PickleReader reader = new(bytes[sizeof(uint)..]);
        List<string> points = [];
        foreach (PickleItem point in reader.Read())
        {
            ReadOnlySpan<PickleItem> parts = reader.PartsOf(point);
            ReadOnlySpan<PickleItem> numbers = reader.PartsOf(parts[1]);
            points.Add(string.Create(
                CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(reader.TextOf(parts[0]))} {numbers[1].Number} {numbers[0].Number}"));
        }

        return reader.Error is null ? points : throw new InvalidOperationException(reader.Error);
    }
}
