using System.Text;
using Collector.Sources;

namespace Collector.Tests.Sources;

internal sealed class FieldReaderTests
{
    [Test]
    [Arguments("7", 512ul, 3584ul)]
    [Arguments("36028797018963967", 512ul, 18446744073709551104ul)]
    [Arguments("18446744073709551615", 1ul, ulong.MaxValue)]
    public async Task A_number_is_scaled_as_it_is_read(string text, ulong factor, ulong expected)
    {
        (bool isRead, ulong value, _) = Read(text, factor);
        await Assert.That((isRead, value)).IsEqualTo((true, expected));
    }

    [Test]
    [Arguments("36028797018963968", 512ul, FaultKind.TooLarge)]
    [Arguments("18446744073709551615", 2ul, FaultKind.TooLarge)]
    [Arguments("18446744073709551616", 1ul, FaultKind.TooLarge)]
    [Arguments("99999999999999999999999", 1ul, FaultKind.TooLarge)]
    [Arguments("-1", 1ul, FaultKind.NotANumber)]
    [Arguments("99999999999999999999999x", 1ul, FaultKind.NotANumber)]
    [Arguments("", 1ul, FaultKind.MissingColumn)]
    public async Task What_cannot_be_held_or_read_is_a_problem(string text, ulong factor, FaultKind problem)
    {
        (bool isRead, _, FaultKind found) = Read(text, factor);
        await Assert.That((isRead, found)).IsEqualTo((false, problem));
    }

    private static (bool IsRead, ulong Value, FaultKind Problem) Read(string text, ulong factor)
    {
        FieldReader fields = new(Encoding.UTF8.GetBytes(text));
        bool isRead = fields.TryReadScaled(0, factor, out ulong value);
        return (isRead, value, fields.Problem);
    }
}
