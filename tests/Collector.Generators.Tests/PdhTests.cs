namespace Collector.Generators.Tests;

/// <summary>What is generated for Windows performance counters.</summary>
public sealed class PdhTests
{
    private const string Instances = """
        {
          "group": "sensors",
          "description": "Temperatures.",
          "instance": "sensor",
          "metrics": [
            { "name": "temperature", "unit": "celsius", "kind": "gauge", "description": "Temperature." },
            { "name": "limit", "unit": "percent", "kind": "gauge", "description": "Of the speed that is allowed." },
            { "name": "trips", "unit": "count", "kind": "counter", "description": "How often it was too hot." },
            { "name": "shift", "unit": "celsius", "kind": "gauge", "description": "Above the freezing point." }
          ],
          "sources": {
            "windows": {
              "pdh": "Thermal Zone Information(*)",
              "counters": {
                "temperature": { "counter": "High Precision Temperature", "scale": 0.1, "offset": -273.15 },
                "limit": "% Passive Limit",
                "trips": { "counter": "Throttle Reasons", "width": 32, "scale": 2 },
                "shift": { "counter": "Temperature", "offset": 0.5 }
              }
            }
          }
        }
        """;

    private const string Parts = """
        {
          "group": "system",
          "description": "What all programs do together.",
          "metrics": [
            { "name": "ticks", "unit": "count", "kind": "counter", "description": "Ticks of the clock." },
            { "name": "queue", "unit": "count", "kind": "gauge", "description": "Threads that wait." },
            { "name": "busy", "unit": "seconds", "kind": "counter", "description": "Time not idle." }
          ],
          "sources": {
            "windows": [
              { "native": "Clock", "fields": { "ticks": "Ticks" } },
              { "pdh": "System", "counters": { "queue": "Processor Queue Length" } },
              { "pdh": "Processor(_Total)", "counters": { "busy": "% Processor Time" } }
            ]
          }
        }
        """;

    [Test]
    public async Task Counters_are_bound_one_by_one() => await VerifyFile(Instances, "Sensors.WindowsReader.g.cs");

    [Test]
    public async Task Counters_are_read_only_on_Windows() => await VerifyFile(Instances, "Sensors.Group.g.cs");

    [Test]
    public async Task Counters_complete_what_a_call_brings() => await VerifyFile(Parts, "System.Group.g.cs");

    [Test]
    public async Task An_instance_can_be_chosen() => await VerifyFile(Parts, "System.WindowsReader3.g.cs");

    [Test]
    [Arguments(Instances)]
    [Arguments(Parts)]
    public async Task What_is_generated_compiles_without_a_warning(string json)
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));

        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    private static async Task VerifyFile(
        string json, string hintName, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));
        await Verify(run.Source(hintName), "cs", test: test);
    }
}
