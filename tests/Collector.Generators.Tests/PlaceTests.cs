using Microsoft.CodeAnalysis;

namespace Collector.Generators.Tests;

/// <summary>Places are counted in characters, whatever the text.</summary>
public sealed class PlaceTests
{
    [Test]
    [Arguments("{ \"group\": }", "(1,12)")]
    [Arguments("{\n/* é */ \"group\": tru }", "(2,21)")]
    [Arguments("{ \"group\": \"a\" } x", "(1,18)")]
    [Arguments("", "(1,1)")]
    public async Task Malformed_json_is_reported_where_it_breaks(string json, string place)
    {
        Diagnostic diagnostic = new GeneratorRun(new DeclarationText("a.metrics.json", json)).Diagnostics.Single();

        await Assert.That(diagnostic.ToString()).StartsWith($"a.metrics.json{place}: error COL0001: Malformed JSON: ");
    }

    [Test]
    [Arguments("[]")]
    [Arguments("null")]
    [Arguments("7")]
    public async Task Json_that_is_no_object_is_reported(string json)
    {
        Diagnostic diagnostic = new GeneratorRun(new DeclarationText("a.metrics.json", json)).Diagnostics.Single();

        await Assert.That(diagnostic.ToString()).StartsWith("a.metrics.json(1,1): error COL0005: a declaration has to be an object, not ");
    }

    [Test]
    public async Task Characters_of_several_bytes_count_once()
    {
        string fault = Single("""{ /* äöü🐧 */ "grüße": 1,""");

        await Assert.That(fault).StartsWith("a.metrics.json(1,15): error COL0002: Unknown property 'grüße' in a declaration: there are ");
    }

    [Test]
    public async Task A_part_of_a_text_is_pointed_at()
    {
        string fault = Single("""{ "names": { "native": "é/{metric}" },""", "'é'");

        await Assert.That(fault).StartsWith("a.metrics.json(1,25): error COL0036");
    }

    [Test]
    public async Task A_text_with_escapes_is_pointed_at_as_a_whole()
    {
        string fault = Single("""{ "names": { "native": "a\u002Fb.{metric}" },""");

        await Assert.That(fault).StartsWith("a.metrics.json(1,24): error COL0036: Path has the character '/';");
    }

    private static string Single(string firstLine, string with = "")
    {
        string json = firstLine + "\n" + """
            "group": "load",
            "description": "The load.",
            "metrics": [ { "name": "load", "unit": "load", "kind": "gauge", "description": "The load." } ],
            "sources": { "linux": { "file": "/proc/loadavg", "columns": { "load": 0 } } } }
            """;
        IEnumerable<string> faults = new GeneratorRun(new DeclarationText("a.metrics.json", json))
            .Diagnostics.Select(static diagnostic => diagnostic.ToString());
        return faults.Single(fault => fault.Contains(with, StringComparison.Ordinal));
    }
}
