using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Gathers the faults of a declaration: its own, and those that show beside hand-written code and other declarations.</summary>
internal static class FaultCollector
{
    public static EquatableArray<DiagnosticInfo> Collect(
        ParsedFile file, EquatableArray<NativeRow> natives, EquatableArray<Claim> claims, EquatableArray<NamesClaim> names)
    {
        List<DiagnosticInfo> faults = [.. file.Diagnostics];
        foreach (NativeUse use in file.Natives)
        {
            faults.AddRange(NativeBinder.Check(use, natives));
        }

        if (file.Model is not null)
        {
            Claim first = Claim.First(claims, file.Model.Group);
            string[] arguments = [file.Model.Group, Path.GetFileName(first.Path)];
            faults.AddRange(first.Path == file.Path
                ? SharedNameCheck.Check(file, claims, names)
                : [new(Descriptors.DuplicateGroup, file.Group!, new([.. arguments]))]);
        }

        return new([.. faults.OrderBy(static fault => fault.Place.Span.Start)]);
    }
}
