using Collector.Metrics;

namespace Collector.Tests.Metrics;

public sealed class ArithmeticTests
{
    [Test]
    [Arguments(6ul, 7ul, 42ul)]
    [Arguments(1ul << 54, 1ul << 9, 1ul << 63)]
    [Arguments(1ul << 55, 1ul << 9, ulong.MaxValue)]
    [Arguments(ulong.MaxValue, 0ul, 0ul)]
    public async Task A_product_stops_where_64_bits_end(ulong value, ulong factor, ulong product)
    {
        await Assert.That(Arithmetic.Product(value, factor)).IsEqualTo(product);
    }

    [Test]
    [Arguments(7ul, 5ul, 2ul)]
    [Arguments(5ul, 7ul, 0ul)]
    public async Task A_difference_stops_at_zero(ulong minuend, ulong subtrahend, ulong difference)
    {
        await Assert.That(Arithmetic.Difference(minuend, subtrahend)).IsEqualTo(difference);
    }

    [Test]
    public async Task A_part_of_nothing_is_nothing()
    {
        await Assert.That(Arithmetic.Percent(0, 0)).IsEqualTo(0);
        await Assert.That(Arithmetic.Percent(1, 8)).IsEqualTo(12.5);
    }
}
