using System.Text.RegularExpressions;
using Collector.Generators.Model;
using Collector.Generators.Parsing;

namespace Collector.Generators.Tests;

/// <summary>Names of declarations become names of C#: none that is allowed may clash with one that is there.</summary>
public sealed class ReservedNameTests
{
    private static readonly string[] s_suffixes = ["Group", "Row", "Reader", "LinuxReader", "Serializer", "CollectdSerializer"];

    /// <summary>Every name in Pascal case that the runtime's code uses, in snake case.</summary>
    private static readonly string[] s_used =
    [
        .. ProductFiles.Runtime.Select(File.ReadAllText)
            .SelectMany(static code => Regex.Matches(code, "[A-Z][A-Za-z0-9]*").Select(static match => match.Value))
            .Distinct().Select(ToSnake).Where(static name => Regex.IsMatch(name, "^[a-z][a-z0-9]*(_[a-z0-9]+)*$") && name.Length <= 64)
            .GroupBy(Identifier.Pascal).Select(static alike => alike.First())
            .Order(StringComparer.Ordinal),
    ];

    [Test]
    public async Task A_metric_may_be_called_as_anything_in_the_runtime_that_is_not_reserved()
    {
        IEnumerable<DeclarationText> declarations = s_used
            .Where(static name => !Grammar.IsReservedMetric(name, "group"))
            .Chunk(Grammar.MaxMetrics)
            .Select(static (names, index) => Declare($"tested_{index}", names));
        GeneratorRun run = new([.. declarations]);

        await Assert.That(s_used).Contains("sample").And.Contains("line_reader");
        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    [Test]
    public async Task A_group_may_be_called_as_anything_in_the_runtime_that_is_not_reserved()
    {
        string[] stems =
        [
            .. s_used.SelectMany(static name => s_suffixes.Select(suffix => (Name: Identifier.Pascal(name), Suffix: suffix)))
                .Where(static type => type.Name.EndsWith(type.Suffix, StringComparison.Ordinal) && type.Name != type.Suffix)
                .Select(static type => ToSnake(type.Name[..^type.Suffix.Length]))
                .Distinct(),
        ];
        GeneratorRun run = new(
            [.. stems.Where(static stem => !Grammar.IsReservedGroup(stem)).Select(static stem => Declare(stem, ["total"]))]);

        await Assert.That(stems).Contains("line").And.Contains("metric");
        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    [Test]
    [Arguments("in", "out", "ref", "class", "lock", "new", "base", "this", "int", "value")]
    public async Task A_metric_may_be_called_as_a_keyword(params string[] keywords)
    {
        GeneratorRun run = new(Declare("namespace", keywords));

        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    private static string ToSnake(string pascal) =>
        Regex.Replace(pascal, "(?<=[a-z0-9])(?=[A-Z])", "_").ToLowerInvariant();

    private static DeclarationText Declare(string group, string[] metrics)
    {
        IEnumerable<string> collectd = metrics.Select(name => $"\"{group}-{{instance}}.{name}\": \"rate({name})\"");
        IEnumerable<string> declared = metrics.Select(static name =>
            $$"""{ "name": "{{name}}", "unit": "count", "kind": "counter", "description": "A metric." }""");
        IEnumerable<string> columns = metrics.Select(static (name, index) =>
            $$""" "{{name}}": { "column": {{index + 1}}, "width": 32 } """);
        return new($"{group}.metrics.json", $$"""
            {
              "group": "{{group}}",
              "description": "A group.",
              "instance": "thing",
              "metrics": [ {{string.Join(", ", declared)}} ],
              "sources": { "linux": { "file": "/proc/x", "rows": "{instance}", "columns": { {{string.Join(", ", columns)}} } } },
              "names": { "metcollect": "{{group}}.{instance}.{metric}", "collectd": { {{string.Join(", ", collectd)}} } }
            }
            """);
    }
}
