using System.Text.RegularExpressions;
using Collector.Filters;
using CsCheck;

namespace Collector.Tests.Filters;

public sealed class GlobTests
{
    [Test]
    [Arguments("*", "")]
    [Arguments("*", "anything")]
    [Arguments("loop*", "loop12")]
    [Arguments("loop*", "loop")]
    [Arguments("*_bytes", "read_bytes")]
    [Arguments("a*b*c", "a-b-b-c")]
    [Arguments("sd?", "sda")]
    [Arguments(@"c:\*", @"C:\Data")]
    [Arguments("", "")]
    public async Task A_pattern_matches_a_whole_text(string pattern, string text)
    {
        await Assert.That(Glob.IsMatch(pattern, text)).IsTrue();
    }

    [Test]
    [Arguments("loop*", "xloop1")]
    [Arguments("sd?", "sd")]
    [Arguments("sd?", "sda1")]
    [Arguments("a*b", "abc")]
    [Arguments("", "a")]
    [Arguments("cpu.*", "cpux")]
    public async Task A_pattern_does_not_match_a_part(string pattern, string text)
    {
        await Assert.That(Glob.IsMatch(pattern, text)).IsFalse();
    }

    [Test]
    public void Patterns_mean_what_a_regular_expression_says()
    {
        Gen<string> pattern = Gen.String[Gen.Char["abB*?"], 0, 8];
        Gen<string> text = Gen.String[Gen.Char["aAb"], 0, 10];
        Gen.Select(pattern, text).Sample((glob, name) =>
        {
            string expression = glob.Replace("*", ".*", StringComparison.Ordinal).Replace('?', '.');
            bool expected = Regex.IsMatch(name, $"^{expression}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            return Glob.IsMatch(glob, name) == expected;
        });
    }
}
