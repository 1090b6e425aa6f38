using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Collector.Generators.Tests;

/// <summary>Nothing that the pipeline keeps between runs holds on to a compilation, or compares by reference.</summary>
public sealed class PipelineValueTests
{
    private static readonly DeclarationText s_faulty = new(
        "faulty.metrics.json", """{ "group": "faulty", "description": "Nothing.", "metrics": [], "sources": {} }""");

    private static readonly Type[] s_forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(SemanticModel)];

    [Test]
    public async Task No_step_keeps_symbols_syntax_compilations_or_locations()
    {
        GeneratorRun run = new(
            [.. ProductFiles.Declarations.Select(static path => new DeclarationText(path, File.ReadAllText(path))), s_faulty]);
        string[] steps =
        [
            TrackingNames.Parse, TrackingNames.Natives, TrackingNames.Claims, TrackingNames.Names, TrackingNames.Models,
            TrackingNames.Groups, TrackingNames.Catalog, TrackingNames.Diagnostics,
        ];

        HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
        foreach (string step in steps)
        {
            foreach ((object value, _) in run.Result.TrackedSteps[step].SelectMany(static tracked => tracked.Outputs))
            {
                await Assert.That(FindForbidden(value, step, visited)).IsEmpty();
            }
        }

        // The walk has to have seen the models, or it proves nothing.
        await Assert.That(visited.OfType<Model.Metric>()).IsNotEmpty();
        await Assert.That(visited.OfType<Model.NativeRow>()).IsNotEmpty();
        await Assert.That(visited.OfType<Diagnostics.Place>()).IsNotEmpty();
    }

    [Test]
    public async Task The_walk_finds_a_location_that_is_hidden_in_a_model()
    {
        object[] hidden = [new KeyValuePair<string, object>("place", Location.None)];

        await Assert.That(FindForbidden(hidden, "hidden", new(ReferenceEqualityComparer.Instance))).IsNotEmpty();
    }

    /// <summary>The path to the first value that must not be kept; empty if there is none.</summary>
    private static string FindForbidden(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return "";
        }

        if (s_forbidden.Any(type => type.IsInstanceOfType(value)))
        {
            return $"{path}: {value.GetType()}";
        }

        IEnumerable<(string Name, object? Value)> parts = value is IEnumerable items and not IDictionary
            ? items.Cast<object?>().Select(static item => ("[]", item))
            : FieldsOf(value);
        return parts
            .Select(part => FindForbidden(part.Value, $"{path}.{part.Name}", visited))
            .FirstOrDefault(static found => found.Length > 0) ?? "";
    }

    private static IEnumerable<(string Name, object? Value)> FieldsOf(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return (field.Name, field.GetValue(value));
            }
        }
    }
}
