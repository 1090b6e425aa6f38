namespace Collector.Generators.Tests;

/// <summary>The declarations that the product ships, beside the product's own sources.</summary>
public sealed class ShippedDeclarationTests
{
    private static IEnumerable<DeclarationText> Shipped =>
        ProductFiles.Declarations.Select(static path => new DeclarationText(path, File.ReadAllText(path)));

    [Test]
    public async Task They_have_no_fault_and_what_is_generated_compiles_without_a_warning()
    {
        GeneratorRun run = new([.. Shipped]);

        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    [Test]
    public async Task Each_is_in_a_file_of_its_group_s_name()
    {
        GeneratorRun run = new([.. Shipped]);

        foreach (string path in ProductFiles.Declarations)
        {
            string group = Path.GetFileName(path).Split('.')[0];
            string stem = Model.Identifier.Pascal(group);
            await Assert.That(run.Source($"{stem}.Group.g.cs")).Contains($"Name => \"{group}\";");
        }
    }

    [Test]
    public async Task Adding_a_group_is_one_json_file()
    {
        GeneratorRun run = new([.. Shipped]);
        IEnumerable<string> before = run.Result.GeneratedSources.Select(static source => source.HintName);

        run.Add(new("context_switches.metrics.json", """
            {
              "group": "context_switches",
              "description": "How often processors changed from one task to another.",
              "metrics": [ { "name": "total", "unit": "count", "kind": "counter", "description": "Since boot." } ],
              "sources": { "linux": { "file": "/proc/stat", "keys": { "total": "ctxt" } } },
              "names": { "metcollect": "contextswitch.{metric}" }
            }
            """));

        IEnumerable<string> added = run.Result.GeneratedSources.Select(static source => source.HintName).Except(before);
        await Assert.That(added).IsEquivalentTo(
        [
            "ContextSwitches.Group.g.cs", "ContextSwitches.Row.g.cs", "ContextSwitches.Reader.g.cs",
            "ContextSwitches.LinuxReader.g.cs", "ContextSwitches.Serializers.g.cs",
        ]);
        await Assert.That(run.Source("Catalog.g.cs")).Contains("        ContextSwitchesGroup.Definition,\n        CpuGroup");
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }
}
