using System.Reflection;
using Collector.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Collector.Generators.Tests;

/// <summary>Each fault that a declaration can have, in a file of its own under <c>Bad/</c>.</summary>
public sealed class BadDeclarationTests
{
    private static readonly DeclarationText s_first = new("COL.first.metrics.json", """
        {
          "group": "first",
          "description": "The first.",
          "metrics": [ { "name": "load", "unit": "load", "kind": "gauge", "description": "The load." } ],
          "sources": { "linux": { "file": "/proc/loadavg", "columns": { "load": 0 } } },
          "names": { "collectd": { "first.load": "load" } }
        }
        """);

    public static IEnumerable<(string File, string Expected)> Faults() => BadDeclarations.All;

    [Test]
    [MethodDataSource(nameof(Faults))]
    public async Task A_fault_is_reported_where_it_stands(string file, string expected)
    {
        GeneratorRun run = new(s_first, Read(file));

        await Assert.That(string.Join('\n', run.Diagnostics)).IsEqualTo(expected);
    }

    [Test]
    public async Task What_is_valid_beside_a_fault_is_generated_and_compiles()
    {
        // All at once, each as a group of its own: compiling is what takes time.
        GeneratorRun run = new([s_first, .. BadDeclarations.All.Select(static (fault, index) => Read(fault.File, $"tested_{index}"))]);

        await Assert.That(run.Diagnostics.Length).IsEqualTo(BadDeclarations.All.Length);
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
        await Assert.That(run.Source("Catalog.g.cs")).Contains("FirstGroup.Definition");
    }

    [Test]
    public async Task Every_diagnostic_has_a_bad_declaration()
    {
        IEnumerable<string> ids = typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(static field => ((DiagnosticDescriptor)field.GetValue(null)!).Id);
        IEnumerable<string> tested = BadDeclarations.All.Select(static fault => fault.File[..7]);

        await Assert.That(ids.Except(tested)).IsEmpty();
    }

    [Test]
    public async Task Every_bad_declaration_is_tested()
    {
        IEnumerable<string> files = Directory.GetFiles(Folder).Select(static path => Path.GetFileName(path));

        await Assert.That(files.Except(BadDeclarations.All.Select(static fault => fault.File + ".metrics.json"))).IsEmpty();
    }

    private static string Folder => Repository.PathOf("tests/Collector.Generators.Tests/Bad");

    private static DeclarationText Read(string file, string group = "tested")
    {
        string name = file + ".metrics.json";
        string json = File.ReadAllText(Path.Combine(Folder, name));
        return new(name, json.Replace("\"tested\"", $"\"{group}\"", StringComparison.Ordinal));
    }
}
