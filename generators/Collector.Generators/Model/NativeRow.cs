namespace Collector.Generators.Model;

/// <summary>A struct that bears the attribute of native rows, and the class that fills it.</summary>
/// <param name="HasSource">Whether the class exists, with a constructor that generated code can call.</param>
/// <param name="TakesContext">Whether that constructor wants the context of the sources.</param>
internal sealed record NativeRow(
    string Namespace, string Name, EquatableArray<NativeField> Fields, bool HasSource, bool TakesContext)
{
    public string SourceName => Name + "Source";

    public NativeField? Find(string field) => Fields.FirstOrDefault(candidate => candidate.Name == field);
}
