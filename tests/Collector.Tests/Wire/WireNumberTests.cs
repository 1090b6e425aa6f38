using System.Globalization;
using System.Text;
using Collector.Wire;
using CsCheck;

namespace Collector.Tests.Wire;

public sealed class WireNumberTests
{
    [Test]
    [Arguments(0.0, 6, "0")]
    [Arguments(-0.0, 6, "0")]
    [Arguments(0.5, 6, "0.5")]
    [Arguments(-0.5, 6, "-0.5")]
    [Arguments(12345.678, 2, "12345.68")]
    [Arguments(0.9999999, 6, "1")]
    [Arguments(-0.0000001, 6, "0")]
    [Arguments(1e-300, 9, "0")]
    [Arguments(1e15, 6, "1000000000000000")]
    [Arguments(1e22, 6, "10000000000000000000000")]
    [Arguments(-9007199254740993.0, 6, "-9007199254740992")]
    [Arguments(123456.78, 6, "123456.78")]
    [Arguments(99999999999.99, 6, "99999999999.99")]
    [Arguments(-1234567890.123456789, 6, "-1234567890.123457")]
    public async Task A_decimal_is_written_plainly(double value, int decimals, string expected)
    {
        await Assert.That(Write(value, decimals)).IsEqualTo(expected);
    }

    [Test]
    [Arguments(0.0, "0.000000")]
    [Arguments(123456.78, "123456.780000")]
    [Arguments(2.0000005, "2.000001")]
    [Arguments(1e22, "10000000000000000000000.000000")]
    public async Task The_fixed_form_is_that_of_percent_f(double value, string expected)
    {
        byte[] text = new byte[WireNumber.MaxDecimal];
        await Assert.That(Encoding.ASCII.GetString(text, 0, WireNumber.WriteFixed(text, value))).IsEqualTo(expected);
    }

    [Test]
    [Arguments(0.0, "0")]
    [Arguments(-0.0, "0")]
    [Arguments(25276510208.0, "25276510208")]
    [Arguments(0.02490234375, "0.02490234375")]
    [Arguments(28.582010269165, "28.582010269165")]
    [Arguments(1.0 / 3, "0.333333333333333")]
    [Arguments(-2.5, "-2.5")]
    [Arguments(1e15, "1000000000000000")]
    [Arguments(1.5e-7, "0.00000015")]
    [Arguments(-3.24095417454373e-05, "-0.0000324095417454373")]
    [Arguments(1e-31, "0.0000000000000000000000000000001")]
    [Arguments(-1e-32, "0")]
    public async Task Digits_that_matter_are_those_of_percent_15_g_without_an_exponent(double value, string expected)
    {
        byte[] text = new byte[WireNumber.MaxDecimal];
        await Assert.That(Encoding.ASCII.GetString(text, 0, WireNumber.Write(text, value, NumberForm.Significant, 0))).IsEqualTo(expected);
    }

    [Test]
    public void Any_double_is_a_plain_decimal_that_reads_back_as_itself_rounded()
    {
        Gen.Select(Gen.Double, Gen.Int[1, WireNumber.MaxDecimals]).Sample((value, decimals) =>
        {
            if (!double.IsFinite(value))
            {
                return true;
            }

            string text = Write(value, decimals);
            double parsed = double.Parse(text, CultureInfo.InvariantCulture);
            double tolerance = (0.5 * Math.Pow(10, -decimals)) + (Math.BitIncrement(Math.Abs(value)) - Math.Abs(value));
            return IsPlain(text) && Math.Abs(parsed - value) <= tolerance;
        });
    }

    [Test]
    public void A_number_with_no_more_digits_than_its_unit_reads_back_exactly()
    {
        Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 6]).Sample((digits, decimals) =>
        {
            double value = digits / Math.Pow(10, decimals);
            return double.Parse(Write(value, 6), CultureInfo.InvariantCulture) == value;
        });
    }

    [Test]
    public void Any_whole_number_reads_back_exactly()
    {
        Gen.ULong.Sample(value =>
        {
            byte[] text = new byte[WireNumber.MaxWhole];
            return ulong.Parse(text.AsSpan(0, WireNumber.Write(text, value)), CultureInfo.InvariantCulture) == value;
        });
    }

    private static string Write(double value, int decimals)
    {
        byte[] text = new byte[WireNumber.MaxDecimal];
        return Encoding.ASCII.GetString(text, 0, WireNumber.Write(text, value, decimals));
    }

    /// <summary>Digits, at most one point between digits, at most one minus at the front.</summary>
    private static bool IsPlain(string text)
    {
        string[] parts = text.TrimStart('-').Split('.');
        return parts.Length <= 2 && text.LastIndexOf('-') <= 0
            && parts.All(static part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }
}
