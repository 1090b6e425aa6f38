using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>What makes the Linux executables hard to abuse, as binutils reads it.</summary>
public sealed partial class ElfTests
{
    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    public async Task It_lies_anywhere_and_binds_everything_before_it_runs(string rid)
    {
        string dynamic = await Read("-d", rid);
        await Assert.That(await Read("-h", rid)).Contains("DYN (Position-Independent Executable file)");
        await Assert.That(dynamic).Contains("Flags: NOW PIE");
        await Assert.That(dynamic).Contains("BIND_NOW");
        await Assert.That(await Read("-l", rid)).Contains("GNU_RELRO");
        await Assert.That(dynamic).DoesNotContain("TEXTREL");
    }

    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    public async Task No_part_of_it_is_writable_and_executable(string rid)
    {
        string[] segments = [.. (await Read("-l", rid)).Split('\n').Where(static line => SegmentFlags().IsMatch(line))];
        string stack = segments.Single(static line => line.Contains("GNU_STACK", StringComparison.Ordinal));

        await Assert.That(SegmentFlags().Match(stack).Groups[1].Value).DoesNotContain("E");
        await Assert.That(segments.Count(static line => line.Contains(" LOAD ", StringComparison.Ordinal))).IsGreaterThanOrEqualTo(2);
        foreach (string segment in segments)
        {
            string flags = SegmentFlags().Match(segment).Groups[1].Value;
            await Assert.That(flags.Contains('W') && flags.Contains('E')).IsFalse().Because(segment);
        }
    }

    [Test]
    [Arguments("linux-x64", "ld-linux-x86-64.so.2")]
    [Arguments("linux-arm64", "ld-linux-aarch64.so.1")]
    public async Task It_takes_the_C_library_and_nothing_else_and_searches_no_folder_of_its_own(string rid, string loader)
    {
        string dynamic = await Read("-d", rid);
        string[] needed = [.. Needed().Matches(dynamic).Select(static match => match.Groups[1].Value)];

        await Assert.That(needed).Contains("libc.so.6");
        await Assert.That(needed.Except(["libc.so.6", "libm.so.6", loader])).IsEmpty();
        await Assert.That(dynamic).DoesNotContain("RPATH").And.DoesNotContain("RUNPATH");
    }

    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    [Arguments("win-x64")]
    public async Task It_does_not_tell_where_it_was_built(string rid)
    {
        byte[] executable = await File.ReadAllBytesAsync(Dist.Executable(rid));
        await Assert.That(executable.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Repository.Root))).IsEqualTo(-1);
        await Assert.That(executable.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(Repository.Root))).IsEqualTo(-1);
    }

    private static Task<string> Read(string what, string rid) => Tool.Output("readelf", "-W", what, Dist.Executable(rid));

    /// <summary>A line of the table of segments ends with flags and an alignment.</summary>
    [GeneratedRegex(@"^  [A-Z_]+ .* ([RWE ]{3}) (?:0x)?[0-9a-f]+\s*$")]
    private static partial Regex SegmentFlags();

    [GeneratedRegex(@"\(NEEDED\).*\[(.*)\]")]
    private static partial Regex Needed();
}
