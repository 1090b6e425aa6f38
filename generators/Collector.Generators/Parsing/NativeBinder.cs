using Collector.Generators.Diagnostics;
using Collector.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Collector.Generators.Parsing;

/// <summary>Looks up what declarations name in hand-written code.</summary>
internal static class NativeBinder
{
    /// <summary>The declaration with its native sources looked up, and without what cannot be found.</summary>
    public static Declaration Bind(Declaration declaration, EquatableArray<NativeRow> natives)
    {
        List<Source> sources = [];
        foreach (Source source in declaration.Sources)
        {
            if (source is not NativeSource native)
            {
                sources.Add(source);
            }
            else if (Find(natives, native) is { HasSource: true } row)
            {
                FieldBinding[] fields = [.. native.Fields.Where(binding => !Examine(binding, row).Any())];
                if (fields.Length > 0)
                {
                    sources.Add(native with { Row = row, Fields = new([.. fields]) });
                }
            }
        }

        return declaration with { Sources = new([.. sources.Where(source => HasRows(declaration, sources, source))]) };
    }

    /// <summary>Whether the source that makes the rows is there still: without it the others have nothing to complete.</summary>
    private static bool HasRows(Declaration declaration, List<Source> bound, Source source) =>
        !declaration.HasInstances
        || declaration.Sources.First(first => first.Platform == source.Platform).Bound
            .Any(metric => bound.First(first => first.Platform == source.Platform).Bound.Contains(metric));

    /// <summary>What is wrong with a native source, at its place.</summary>
    public static IEnumerable<DiagnosticInfo> Check(NativeUse use, EquatableArray<NativeRow> natives)
    {
        NativeRow? row = Find(natives, use.Source);
        if (row is null)
        {
            string hint = Nearest.Hint(use.Source.Name, natives.Select(static native => native.Name));
            return [new(Descriptors.UnknownNative, use.Name, new([use.Source.Name, hint]))];
        }

        IEnumerable<DiagnosticInfo> fields = use.Source.Fields.SelectMany((binding, index) =>
            Examine(binding, row).Select(problem => ToDiagnostic(problem, use.Fields[index])));
        return row.HasSource ? fields : fields.Prepend(new(Descriptors.NoSourceClass, use.Name, new([row.Name])));
    }

    /// <summary>The struct that a source names. Where systems have structs of one name, that of the source's own system.</summary>
    private static NativeRow? Find(EquatableArray<NativeRow> natives, NativeSource source)
    {
        NativeRow[] alike = [.. natives.Where(native => native.Name == source.Name)];
        return alike.FirstOrDefault(native => native.Namespace.EndsWith($".{source.Platform}", StringComparison.Ordinal))
            ?? alike.FirstOrDefault();
    }

    private static DiagnosticInfo ToDiagnostic(Problem problem, FieldUse use) => new(
        problem.Descriptor,
        problem.Name < 0 ? use.Expression : use.Names[problem.Name],
        new([.. problem.Arguments]));

    private static IEnumerable<Problem> Examine(FieldBinding binding, NativeRow row)
    {
        bool isTyped = true;
        int position = 0;
        foreach (string name in binding.Value.Names)
        {
            NativeField? field = row.Find(name);
            if (field is null)
            {
                string hint = Nearest.Hint(name, row.Fields.Select(static known => known.Name));
                yield return new(Descriptors.UnknownField, position, row.Name, name, hint);
            }
            else if (field.Type == NumberType.None)
            {
                yield return new(Descriptors.BadField, position, name, field.TypeName);
            }

            isTyped &= field is { Type: not NumberType.None };
            position++;
        }

        Metric metric = binding.Metric;
        bool wantsWhole = metric.Unit.IsWhole || binding.Conversion.IsWrapping;
        if (isTyped && wantsWhole && !Typing.IsWhole(Typing.Of(binding.Value, name => row.Find(name)!.Type)))
        {
            yield return new(Descriptors.NotWhole, -1, metric.Name, metric.Unit.Name);
        }
    }

    /// <param name="Name">Which name of the expression is at fault; -1 for the whole.</param>
    private sealed record Problem(DiagnosticDescriptor Descriptor, int Name, params string[] Arguments);
}
