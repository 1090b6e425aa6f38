using System.Text.Json;
using System.Text.RegularExpressions;
using Collector.Generators.Parsing;

namespace Collector.Generators.Tests;

/// <summary><c>metrics.schema.json</c> tells editors what the parser tells the compiler.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement s_schema = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("generators/Collector.Generators/metrics.schema.json"))).RootElement;

    private static readonly Dictionary<string, string[]> s_objects = new()
    {
        [""] = Grammar.Declaration,
        ["$defs/metric"] = Grammar.Metric,
        ["properties/sources"] = Grammar.Platforms,
        ["properties/names"] = Grammar.NameSets,
        ["$defs/keyedFile"] = Grammar.KeyedFile,
        ["$defs/columnsFile"] = Grammar.ColumnsFile,
        ["$defs/instanceFile"] = Grammar.InstanceFile,
        ["$defs/nativeSource"] = Grammar.Native,
        ["$defs/pdhSource"] = Grammar.Pdh,
        ["$defs/keyBinding/oneOf/1"] = Grammar.Key,
        ["$defs/columnBinding/oneOf/1"] = Grammar.Column,
        ["$defs/fieldBinding/oneOf/1"] = Grammar.Field,
        ["$defs/counterBinding/oneOf/1"] = Grammar.Counter,
        ["$defs/path/oneOf/1"] = Grammar.Path,
    };

    public static IEnumerable<string> Objects() => s_objects.Keys;

    public static IEnumerable<string> Declarations() => ProductFiles.Declarations;

    [Test]
    [MethodDataSource(nameof(Objects))]
    public async Task Objects_have_the_properties_that_the_parser_knows(string place)
    {
        IEnumerable<string> properties = At(place).GetProperty("properties").EnumerateObject().Select(static property => property.Name);

        await Assert.That(properties).IsEquivalentTo(s_objects[place]);
    }

    [Test]
    [Arguments("$defs/unit")]
    [Arguments("$defs/kind")]
    [Arguments("$defs/metric/properties/on/items")]
    public async Task Closed_lists_are_those_of_the_parser(string place)
    {
        string[] known = place switch
        {
            "$defs/unit" => Grammar.Units,
            "$defs/kind" => Grammar.Kinds,
            _ => Grammar.On,
        };

        await Assert.That(At(place).GetProperty("enum").EnumerateArray().Select(static item => item.GetString()!)).IsEquivalentTo(known);
    }

    [Test]
    public async Task Escapes_are_those_of_the_parser()
    {
        string pattern = At("$defs/template").GetProperty("pattern").GetString()!;
        string[] escapes = Regex.Match(pattern, @"\(:\(([a-zA-Z|]+)\)\)").Groups[1].Value.Split('|');

        await Assert.That(escapes).IsEquivalentTo(Grammar.Escapes);
    }

    [Test]
    public async Task Limits_are_those_of_the_parser()
    {
        await Assert.That(At("$defs/collectd").GetProperty("maxProperties").GetInt32()).IsEqualTo(Grammar.MaxCollectdPaths);
        await Assert.That(At("properties/metrics").GetProperty("maxItems").GetInt32()).IsEqualTo(Grammar.MaxMetrics);
        await Assert.That(At("$defs/name").GetProperty("maxLength").GetInt32()).IsEqualTo(Grammar.MaxNameLength);
        await Assert.That(At("$defs/template").GetProperty("maxLength").GetInt32()).IsEqualTo(Grammar.MaxPathLength);
    }

    [Test]
    public async Task Every_schema_has_a_description()
    {
        IEnumerable<string> silent = s_schema.GetProperty("$defs").EnumerateObject()
            .Concat(s_schema.GetProperty("properties").EnumerateObject())
            .Where(static schema => !schema.Value.TryGetProperty("description", out _))
            .Select(static schema => schema.Name);

        await Assert.That(silent).IsEmpty();
    }

    [Test]
    [MethodDataSource(nameof(Declarations))]
    public async Task A_shipped_declaration_is_valid(string path)
    {
        JsonElement declaration = JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;

        await Assert.That(new SchemaValidator(s_schema).Validate(declaration)).IsEmpty();
        await Assert.That(declaration.GetProperty("$schema").GetString())
            .IsEqualTo("../../../generators/Collector.Generators/metrics.schema.json");
    }

    [Test]
    [Arguments("COL0002.unknown-property")]
    [Arguments("COL0004.missing-property")]
    [Arguments("COL0005.wrong-type")]
    [Arguments("COL0006.bad-name")]
    [Arguments("COL0007.unknown-unit")]
    [Arguments("COL0008.unknown-kind")]
    [Arguments("COL0011.metric-count")]
    [Arguments("COL0016.bad-source")]
    [Arguments("COL0018.any-beside-others")]
    [Arguments("COL0019.bad-file")]
    [Arguments("COL0024.bad-scale")]
    [Arguments("COL0036.bad-path")]
    [Arguments("COL0038.unknown-escape")]
    [Arguments("COL0039.long-path")]
    [Arguments("COL0042.bad-exclude")]
    [Arguments("COL0043.bad-description")]
    [Arguments("COL0044.listed-twice")]
    [Arguments("COL0045.unknown-platform")]
    [Arguments("COL0046.empty-list")]
    [Arguments("COL0047.bad-key")]
    [Arguments("COL0037.metric-in-collectd")]
    [Arguments("COL0060.collectd-count")]
    [Arguments("COL0065.bad-object")]
    [Arguments("COL0065.path")]
    [Arguments("COL0066.bad-counter")]
    [Arguments("COL0070.no-number")]
    [Arguments("COL0050.no-sources")]
    [Arguments("COL0051.bad-instance-file")]
    [Arguments("COL0051.keys")]
    [Arguments("COL0052.bad-header")]
    public async Task A_fault_of_form_is_found_by_the_schema_too(string file)
    {
        string path = Repository.PathOf($"tests/Collector.Generators.Tests/Bad/{file}.metrics.json");
        JsonElement declaration = JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;

        await Assert.That(new SchemaValidator(s_schema).Validate(declaration)).IsNotEmpty();
    }

    [Test]
    public async Task The_validator_knows_every_keyword_of_the_schema() =>
        await Assert.That(SchemaValidator.UnknownKeywords(s_schema)).IsEmpty();

    private static JsonElement At(string place) => SchemaValidator.Find(s_schema, place);
}
