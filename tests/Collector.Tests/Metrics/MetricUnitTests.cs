using System.Text.Json;
using Collector.Metrics;

namespace Collector.Tests.Metrics;

/// <summary>The configuration knows the units that declarations know.</summary>
public sealed class MetricUnitTests
{
    [Test]
    public async Task Units_are_those_of_the_schema_of_declarations()
    {
        using JsonDocument schema = JsonDocument.Parse(
            await File.ReadAllTextAsync(Repository.PathOf("generators/Collector.Generators/metrics.schema.json")));
        IEnumerable<string> declared = schema.RootElement.GetProperty("$defs").GetProperty("unit").GetProperty("enum")
            .EnumerateArray().Select(static unit => unit.GetString()!);

        await Assert.That(string.Join(' ', MetricUnit.All.Select(static unit => unit.Name).Order()))
            .IsEqualTo(string.Join(' ', declared.Order()));
    }

    [Test]
    public async Task Units_have_the_decimals_that_declared_metrics_have()
    {
        IEnumerable<string> differing = Catalog.Groups.ToArray()
            .SelectMany(static group => group.Metrics.ToArray())
            .Where(static metric => MetricUnit.Find(metric.Unit)!.Decimals != metric.Decimals)
            .Select(static metric => metric.Name);

        await Assert.That(string.Join(' ', differing)).IsEqualTo("");
    }
}
