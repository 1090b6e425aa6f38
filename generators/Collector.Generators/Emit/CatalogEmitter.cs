using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the list of all groups.</summary>
internal static class CatalogEmitter
{
    /// <summary>What the collector says of itself comes after what it says of the host.</summary>
    private const string Last = "self";

    public static GeneratedFile Emit(EquatableArray<string> groups)
    {
        SourceWriter writer = CodeFile.Begin("System", "System.CodeDom.Compiler");
        using (CodeFile.Class(writer, "Every group that is declared.", "internal static class Catalog"))
        {
            writer.Line("private static readonly MetricGroup[] s_groups =").Line("[");
            using (writer.Indented())
            {
                foreach (string group in groups.OrderBy(static group => group == Last))
                {
                    writer.Line($"{Identifier.Pascal(group)}Group.Definition,");
                }
            }

            writer.Line("""
                ];

                public static ReadOnlySpan<MetricGroup> Groups => s_groups;
                """);
        }

        return new("Catalog.g.cs", writer.ToString());
    }
}
