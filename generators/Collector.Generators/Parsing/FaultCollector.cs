using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Gathers the faults of a declaration: its own, and those that show beside hand-written code and other declarations.</summary>
internal static class FaultCollector
{
    public static EquatableArray<DiagnosticInfo> Collect(
        ParsedFile file, EquatableArray<NativeRow> natives, EquatableArray<Claim> claims)
    {
        List<DiagnosticInfo> faults = [.. file.Diagnostics];
        foreach (NativeUse use in file.Natives)
        {
            faults.AddRange(NativeBinder.Check(use, natives));
        }

        if (file.Model is not null && Claim.First(claims, file.Model.Group) is Claim first && first.Path != file.Path)
        {
            string[] arguments = [file.Model.Group, System.IO.Path.GetFileName(first.Path)];
            faults.Add(new(Descriptors.DuplicateGroup, file.Group!, new([.. arguments])));
        }

        return new([.. faults.OrderBy(static fault => fault.Place.Span.Start)]);
    }
}
