using Collector.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Collector.Generators.Parsing;

/// <summary>Reduces a struct that bears the attribute of native rows to what declarations can bind.</summary>
internal static class NativeRowReader
{
    public const string Attribute = "Collector.Sources.NativeRowAttribute";

    private const string Context = "SourceContext";

    public static NativeRow Read(INamedTypeSymbol row)
    {
        IEnumerable<NativeField> fields = row.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field is { IsStatic: false, IsConst: false, DeclaredAccessibility: Accessibility.Public })
            .Select(static field => FieldOf(field));

        INamedTypeSymbol? source = row.ContainingNamespace.GetTypeMembers(row.Name + "Source", 0).FirstOrDefault();
        bool fills = source is { IsAbstract: false } && source.AllInterfaces.Any(candidate => Fills(candidate, row));
        bool takesContext = fills && source!.InstanceConstructors.Any(static constructor =>
            IsCallable(constructor) && constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Name == Context);
        bool takesNothing = fills && source!.InstanceConstructors.Any(static constructor =>
            IsCallable(constructor) && constructor.Parameters.IsEmpty);

        return new(
            row.ContainingNamespace.IsGlobalNamespace ? "" : row.ContainingNamespace.ToDisplayString(),
            row.Name,
            new([.. fields]),
            takesContext || takesNothing,
            takesContext);
    }

    private static bool Fills(INamedTypeSymbol candidate, INamedTypeSymbol row) =>
        candidate is { Name: "INativeSource", TypeArguments.Length: 1 }
        && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], row);

    private static bool IsCallable(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    private static NativeField FieldOf(IFieldSymbol field)
    {
        ITypeSymbol type = field.Type;
        bool mayBeAbsent = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        SpecialType number = (mayBeAbsent ? ((INamedTypeSymbol)type).TypeArguments[0] : type).SpecialType;
        bool isSigned = number == SpecialType.System_Int32;
        bool isKnown = !mayBeAbsent || number is SpecialType.System_UInt32 or SpecialType.System_UInt64
            or SpecialType.System_Int32 or SpecialType.System_Double;
        NumberType computed = isSigned ? NumberType.Decimal : TypeOf(number);
        return new(field.Name, type.ToDisplayString(), isKnown ? computed : NumberType.None, isSigned, mayBeAbsent);
    }

    private static NumberType TypeOf(SpecialType number) => number switch
    {
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 => NumberType.Narrow,
        SpecialType.System_UInt64 => NumberType.Whole,
        SpecialType.System_Single or SpecialType.System_Double => NumberType.Decimal,
        _ => NumberType.None,
    };
}
