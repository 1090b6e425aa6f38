using System.Text;
using Collector.Receiving;
using CsCheck;

namespace Collector.Tests.Receiving;

public sealed class PickleReaderTests
{
    [Test]
    public async Task A_list_of_protocol_2_is_read()
    {
        // [('a.b', (1700000000, 1.5))]
        byte[] pickle = [
            0x80, 2, (byte)']', (byte)'q', 0, (byte)'X', 3, 0, 0, 0, (byte)'a', (byte)'.', (byte)'b', (byte)'q', 1,
            (byte)'J', 0x00, 0xF1, 0x53, 0x65, (byte)'G', 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0x86, 0x86, (byte)'a', (byte)'.',
        ];
        await Assert.That(Read(pickle)).IsEqualTo("a.b 1700000000 1.5");
    }

    [Test]
    [Arguments("cos\nsystem\n(S'true'\ntR.")]
    [Arguments("}.")]
    [Arguments("I1\n.")]
    [Arguments("a.")]
    [Arguments("")]
    public async Task What_is_no_list_of_plain_values_is_refused(string pickle)
    {
        await Assert.That(Read(Encoding.Latin1.GetBytes(pickle))).StartsWith("error: ");
    }

    [Test]
    [Arguments("Va.\xe9\\u20ac\\U0001f600\\u005cu0041", "a.é€😀\\u0041")]
    [Arguments("Va\\\\u0041\\b", "a\\\\u0041\\b")]
    [Arguments("S'caf\\xc3\\xa9\\t\\101\\7\\'\\q'", "café\tA\a'\\q")]
    [Arguments("S\"a'b\"", "a'b")]
    [Arguments("S''", "")]
    public async Task Escapes_of_protocol_0_stand_for_what_they_stand_for_in_Python(string text, string name)
    {
        await Assert.That(Read(Encoding.Latin1.GetBytes($"(lp0\n({text}\np1\n(I17\nF1.5\nttp2\na."))).IsEqualTo($"{name} 17 1.5");
    }

    [Test]
    [Arguments("Va\\u12", "escape")]
    [Arguments("Va\\Uffffffff", "escape")]
    [Arguments("Va\\ud83d", "escape")]
    [Arguments("S'a\\x1'", "escape")]
    [Arguments("S'a\\'", "escape")]
    [Arguments("S'a\"", "quotes")]
    [Arguments("S'", "quotes")]
    [Arguments("Sab", "quotes")]
    [Arguments("S'caf\\xe9'", "UTF-8")]
    [Arguments("S'caf\xe9'", "UTF-8")]
    public async Task Text_of_protocol_0_that_Python_cannot_read_is_refused(string text, string why)
    {
        string read = Read(Encoding.Latin1.GetBytes($"(lp0\n({text}\np1\n(I17\nF1.5\nttp2\na."));

        await Assert.That(read).StartsWith("error: ");
        await Assert.That(read).Contains(why);
    }

    [Test]
    public void Any_bytes_are_read_or_refused()
    {
        byte[] codes = [.. "(]l)ae.tXUVSJKMGILFNqrphjg0"u8, 0x80, 0x85, 0x86, 0x87, 0x88, 0x8A, 0x8C, 0x94, 0x95, 0, 1, 2, 10, 255];
        Gen<byte> code = Gen.Int[0, codes.Length - 1].Select(index => codes[index]);
        code.Array[0, 40].Sample(static bytes =>
        {
            _ = Read(bytes);
        });
    }

    private static string Read(byte[] pickle)
    {
        PickleReader reader = new(pickle);
        ReadOnlySpan<PickleItem> points = reader.Read();
        if (reader.Error is not null)
        {
            return $"error: {reader.Error}";
        }

        StringBuilder text = new();
        foreach (PickleItem point in points)
        {
            ReadOnlySpan<PickleItem> pair = reader.PartsOf(point);
            if (pair.Length == 2 && reader.PartsOf(pair[1]) is { Length: 2 } datum)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(reader.TextOf(pair[0]))} {datum[0].Number} {datum[1].Number}");
            }
        }

        return text.ToString();
    }
}
